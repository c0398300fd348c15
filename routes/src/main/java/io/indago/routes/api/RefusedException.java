package io.indago.routes.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** The request is understood, and not done: the answer is a {@link Problem} that says why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String title;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    private RefusedException(String kind, String title, int status, String detail, Optional<Duration> retryAfter) {
        super(requireNonNull(detail, "detail"));
        this.kind = requireNonNull(kind, "kind");
        this.title = requireNonNull(title, "title");
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * @param kind of problem, {@code last-administrator}
     * @param status the HTTP status
     * @param detail why, and what the caller can do
     */
    public RefusedException(String kind, String title, int status, String detail) {
        this(kind, title, status, detail, Optional.empty());
    }

    /** The same, and when it is worth another try. */
    public RefusedException retryAfter(Duration wait) {
        return new RefusedException(kind, title, status, getMessage(), Optional.of(wait));
    }

    public String kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    /** When it is worth another try; empty when it isn't. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Problem problem(String traceId) {
        return Problem.of(kind, title, status, getMessage(), traceId);
    }
}
