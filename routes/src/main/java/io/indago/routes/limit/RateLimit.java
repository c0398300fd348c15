package io.indago.routes.limit;

import io.indago.host.QuotaSetting;
import io.indago.spi.Quota;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many requests within which windows, all of which hold at once; without any there is no limit. Written
 * {@code 600/1m, 50000/1d}, or {@code none}.
 */
public final class RateLimit {
    /** So that a meter nobody asked for longer is full again, and may be forgotten. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_WINDOWS = 4;
    private static final long MOST_REQUESTS = 1_000_000_000;

    private final List<Quota> windows;

    private RateLimit(List<Quota> windows) {
        this.windows = List.copyOf(windows);
    }

    /** @throws IllegalArgumentException when the text is none; the message says what was expected */
    public static RateLimit of(String text) {
        return QuotaSetting.parse(text.strip())
                .filter(windows -> windows.size() <= MOST_WINDOWS)
                .filter(windows -> windows.stream().allMatch(RateLimit::isSensible))
                .map(RateLimit::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected up to four numbers of requests and windows of 1s to 1d, 600/1m, 50000/1d, or none"));
    }

    List<Quota> windows() {
        return windows;
    }

    private static boolean isSensible(Quota quota) {
        return quota.calls() <= MOST_REQUESTS
                && quota.window().compareTo(Duration.ofSeconds(1)) >= 0
                && quota.window().compareTo(LONGEST) <= 0;
    }

    /** A window's length as it is written: {@code 1m}. */
    static String text(Duration window) {
        long seconds = window.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof RateLimit that && windows.equals(that.windows);
    }

    @Override
    public int hashCode() {
        return windows.hashCode();
    }

    @Override
    public String toString() {
        return windows.isEmpty()
                ? "none"
                : windows.stream()
                        .map(window -> window.calls() + "/" + text(window.window()))
                        .collect(Collectors.joining(", "));
    }
}
