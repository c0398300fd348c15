package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

/** A password that shows itself to nobody who doesn't ask by name, least of all to a log. */
public final class Password {
    private final String text;

    private Password(String text) {
        this.text = requireNonNull(text, "text");
    }

    public static Password of(String text) {
        return new Password(text);
    }

    /** To send it to the identity provider, and for nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(a password)";
    }
}
