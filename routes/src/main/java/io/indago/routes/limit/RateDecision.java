package io.indago.routes.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a request may go on, and what its caller is told of the limits.
 *
 * @param refusal why it may not; empty when it may
 * @param policy the field {@code RateLimit-Policy}; empty where no limit holds
 * @param state the field {@code RateLimit}, of the window with the least left; empty where no limit holds
 */
public record RateDecision(Optional<Refusal> refusal, String policy, String state) {
    static final RateDecision UNLIMITED = new RateDecision(Optional.empty(), "", "");

    /**
     * A limit is spent.
     *
     * @param limit which was
     * @param freeIn until there is room again
     */
    public record Refusal(LimitKind kind, RateLimit limit, Duration freeIn) {
        /** In whole seconds, at least one, as {@code Retry-After} has it. */
        public long retryAfter() {
            return Math.max(1, freeIn.plusMillis(999).toSeconds());
        }

        /** For the caller. */
        public String sentence() {
            String whose = kind == LimitKind.USER ? "your limit" : "the limit of the client you use";
            return "Too many requests: " + whose + " is " + limit + ". There is room again in " + retryAfter() + " s.";
        }
    }
}
