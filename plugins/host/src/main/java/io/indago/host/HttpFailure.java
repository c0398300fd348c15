package io.indago.host;

import static java.util.Objects.requireNonNull;

/** A call brought no complete reply. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    public HttpFailure(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind");
    }

    public HttpFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    /** Why. */
    public enum Kind {
        /** The deadline came first. */
        TIMEOUT,
        /** The reply grew over the limit. */
        TOO_LARGE,
        /** No connection, a broken one, or a reply that is no HTTP. */
        UNAVAILABLE,
        /** Encoded in a way that can't be read. */
        BAD_REPLY
    }

    public Kind kind() {
        return kind;
    }
}
