package io.indago.routes.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a caller waits: the {@code deadline} parameter, and the {@code wait} preference of RFC 7240, whichever is
 * shorter.
 *
 * @param usual when the caller says nothing
 * @param longest the most a caller may ask for
 */
public record DeadlineReader(Duration usual, Duration longest) {
    private static final String EXPECTED = "expected a time like 500ms, 3s or PT3S";

    /** {@code 10 s} by default, {@code 30 s} at most. */
    public static DeadlineReader standard() {
        return new DeadlineReader(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    Duration patience(@Nullable String deadline, @Nullable String prefer) throws BadRequestException {
        Duration patience = deadline == null || deadline.isBlank() ? usual : read(deadline.strip());
        if (patience.isZero() || patience.isNegative() || patience.compareTo(longest) > 0) {
            throw BadRequestException.parameter(
                    "deadline",
                    "'" + shortened(deadline) + "' is out of range: more than 0, at most " + longest.toSeconds() + "s");
        }
        Duration wait = wait(prefer, patience);
        return wait.compareTo(patience) < 0 ? wait : patience;
    }

    private static Duration read(String text) throws BadRequestException {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("pt")) {
                return Duration.parse(lower);
            }
            if (lower.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            String seconds = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
            return Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException malformed) {
            throw BadRequestException.parameter("deadline", "'" + shortened(text) + "' is no time, " + EXPECTED);
        }
    }

    /** A preference that can't be read is ignored, as RFC 7240 demands. */
    private static Duration wait(@Nullable String prefer, Duration patience) {
        if (prefer == null) {
            return patience;
        }
        for (String preference : prefer.split(",")) {
            String[] parts = preference.strip().split("=", 2);
            if (parts.length == 2
                    && parts[0].strip().equalsIgnoreCase("wait")
                    && parts[1].strip().length() < 6) {
                try {
                    long seconds = Long.parseLong(parts[1].strip());
                    return seconds > 0 ? Duration.ofSeconds(seconds) : patience;
                } catch (NumberFormatException ignored) {
                    return patience;
                }
            }
        }
        return patience;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
