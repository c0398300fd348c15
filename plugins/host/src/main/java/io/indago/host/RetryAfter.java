package io.indago.host;

import io.indago.spi.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** When a reply says to come back. */
public final class RetryAfter {
    private static final int MOST_DIGITS = 7;

    private RetryAfter() {}

    /** {@code Retry-After}, seconds or an HTTP date; else {@code X-Rate-Limit-Reset-After}. Empty when it says neither. */
    public static Optional<Duration> of(HttpReply reply, Instant now) {
        return Stream.of("retry-after", "x-rate-limit-reset-after")
                .flatMap(name -> reply.header(name).stream())
                .flatMap(value -> parse(value, now).stream())
                .findFirst();
    }

    private static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
