package io.indago.spi;

import java.time.Duration;

/**
 * How many calls a provider allows within a window of time: {@code Quota.of(4, Duration.ofMinutes(1))}. Of several, all
 * hold at once.
 *
 * @since 1.1
 */
public final class Quota {
    private final long calls;
    private final Duration window;

    private Quota(long calls, Duration window) {
        this.calls = calls;
        this.window = window;
    }

    /**
     * A quota.
     *
     * @param calls HTTP requests, at least one; each of a lookup's calls counts
     * @param window as the calendar in UTC has them: minutes, hours, days, weeks from Monday; 28 to 31 days are a month
     *
     * @throws IllegalArgumentException when either is not positive
     */
    public static Quota of(long calls, Duration window) {
        if (calls < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "a quota needs at least one call and some time: " + calls + " in " + window);
        }
        return new Quota(calls, window);
    }

    /** How many calls fit into the window. */
    public long calls() {
        return calls;
    }

    /** How long the window is. */
    public Duration window() {
        return window;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quota that && calls == that.calls && window.equals(that.window);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(calls) + window.hashCode();
    }

    @Override
    public String toString() {
        return calls + " in " + window;
    }
}
