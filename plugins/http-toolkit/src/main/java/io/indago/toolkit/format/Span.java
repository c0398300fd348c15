package io.indago.toolkit.format;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time as settings have it: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 30d}. */
public final class Span {
    static final String PATTERN = "[0-9]{1,6}(ms|s|m|h|d)";
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

    private Span() {}

    /**
     * The span.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Duration of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no span of time: " + written);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
