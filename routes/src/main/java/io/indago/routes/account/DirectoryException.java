package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.api.RefusedException;
import java.time.Duration;

/** The identity provider did not do it. */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Reason reason;

    /** @param message for whoever asked: the identity provider's own words, where they say what to do otherwise */
    public DirectoryException(Reason reason, String message) {
        super(message);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Why not. */
    public enum Reason {
        /** The hub has no access to it. */
        OFF,
        /** The hub's access to it is wider than it needs, or not taken, and so not used. */
        UNSAFE,
        /** It can't be reached, or is out of order: the same may succeed later. */
        AWAY,
        /** What was given is against its rules. */
        REFUSED,
        /** The hub may not do that to this user. */
        PROTECTED,
        /** There is such a user already. */
        TAKEN,
        /** There is no such user any more. */
        GONE
    }

    public Reason reason() {
        return reason;
    }

    /** What the caller is told. */
    public RefusedException refusal() {
        return switch (reason) {
            case OFF ->
                new RefusedException(
                        "user-administration-off",
                        "Users are not administered here",
                        503,
                        "The hub has no secret for Keycloak's Admin API, so users are administered at Keycloak.");
            case UNSAFE ->
                new RefusedException(
                        "user-administration-unsafe",
                        "Users are not administered now",
                        503,
                        "The hub's account at Keycloak is not as it should be, so it is not used;"
                                + " GET /api/admin/self-check says what is wrong with it.");
            case AWAY ->
                new RefusedException(
                                "identity-provider-unavailable",
                                "Keycloak is not available",
                                503,
                                "Accounts can't be seen or changed now. Lookups work, and so do tokens already issued."
                                        + " If something was being changed, ask for it again: it may be half done.")
                        .retryAfter(SOON);
            case REFUSED ->
                new RefusedException(
                        "refused-by-policy", "Against the realm's rules", 400, "Keycloak says: " + getMessage());
            case PROTECTED ->
                new RefusedException(
                        "protected-user",
                        "Not allowed",
                        403,
                        "This user, or this group, is not the hub's to change: an administrator of Keycloak does it there.");
            case TAKEN ->
                new RefusedException(
                        "user-exists", "There is such a user", 409, "A user of this name or e-mail address exists.");
            case GONE -> new RefusedException("not-found", "Not found", 404, "There is no such user.");
        };
    }
}
