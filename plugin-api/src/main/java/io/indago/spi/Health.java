package io.indago.spi;

import static java.util.Objects.requireNonNull;

/**
 * What a health check found.
 *
 * @since 1.0
 */
public final class Health {
    private final State state;
    private final String reason;

    private Health(State state, String reason) {
        this.state = state;
        this.reason = requireNonNull(reason, "reason");
    }

    /** @since 1.0 */
    public enum State {
        UP,
        DOWN,
        UNKNOWN
    }

    /** Reachable, credential accepted, quota left. */
    public static Health up() {
        return new Health(State.UP, "");
    }

    /** Not usable, for a reason a person can act on. */
    public static Health down(String reason) {
        return new Health(State.DOWN, reason);
    }

    /** Nobody can tell without a paid lookup. */
    public static Health unknown() {
        return new Health(State.UNKNOWN, "");
    }

    public State state() {
        return state;
    }

    /** Why it is down; empty otherwise. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? state.name() : state + ": " + reason;
    }
}
