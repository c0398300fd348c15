package io.indago.host;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A call brought no complete reply. */
public final class HttpFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public HttpFailure(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind");
        retryAfter = Optional.empty();
    }

    public HttpFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
        retryAfter = Optional.empty();
    }

    private HttpFailure(String message, Duration wait) {
        super(message);
        kind = Kind.RATE_LIMITED;
        retryAfter = Optional.of(wait);
    }

    /** The call was not made: a limit is spent, and ends after that time. */
    public static HttpFailure rateLimited(String message, Duration wait) {
        return new HttpFailure(message, wait);
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
        BAD_REPLY,
        /** Not made, because a limit is spent. */
        RATE_LIMITED,
        /** Not made, because calls are replayed and there is no recording of this one. */
        NOT_RECORDED
    }

    public Kind kind() {
        return kind;
    }

    /** When a spent limit ends; empty otherwise. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
