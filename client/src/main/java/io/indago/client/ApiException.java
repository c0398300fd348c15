package io.indago.client;

import java.time.Duration;
import java.util.Optional;

/** The hub answered that it can't or won't do what it was asked. */
public final class ApiException extends ClientException {
    /** How long the hub asks to wait before the next attempt. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    ApiException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.sentence());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }
}
