package io.indago.routes.report;

import static java.util.Objects.requireNonNull;

/**
 * Whose requests.
 *
 * @param name the username or the subject; empty for everybody's
 */
public record Whose(Kind kind, String name) {
    /** All of them. */
    public static final Whose EVERYBODY = new Whose(Kind.EVERYBODY, "");

    public Whose {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** What the name is. */
    public enum Kind {
        EVERYBODY,
        /** The name the user went by. */
        USERNAME,
        /** The user's id at the identity provider. */
        SUBJECT
    }

    /** Those of the users of that name. */
    public static Whose username(String username) {
        return new Whose(Kind.USERNAME, username);
    }

    /** Those of the user with that id at the identity provider, whatever the name. */
    public static Whose subject(String subject) {
        return new Whose(Kind.SUBJECT, subject);
    }
}
