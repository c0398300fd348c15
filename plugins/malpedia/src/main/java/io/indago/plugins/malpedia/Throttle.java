package io.indago.plugins.malpedia;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.ProviderException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when to come back: {@code Retry-After}, or {@code {"available_in": "16 seconds"}} in the body. */
final class Throttle {
    private static final int STATUS = 429;
    private static final Pattern AVAILABLE_IN = Pattern.compile("\"available_in\"\\s*:\\s*\"?(\\d{1,6})");
    private static final Pattern SECONDS = Pattern.compile("^\\s*(\\d{1,6})\\s*$");

    private Throttle() {}

    /** @throws ProviderException when the reply says that there were too many */
    static void check(HttpReply reply, Clock clock) {
        if (reply.status() == STATUS) {
            String message = "Malpedia's rate limit is spent";
            throw reply.header("Retry-After")
                    .flatMap(value -> seconds(SECONDS.matcher(value)).or(() -> until(value, clock)))
                    .or(() -> seconds(AVAILABLE_IN.matcher(reply.text())))
                    .map(wait -> ProviderException.quota(message, wait))
                    .orElseGet(() -> ProviderException.of(ErrorKind.QUOTA, message));
        }
    }

    private static Optional<Duration> seconds(Matcher found) {
        return found.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1)))) : Optional.empty();
    }

    private static Optional<Duration> until(String date, Clock clock) {
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
            return Optional.of(Duration.between(clock.instant(), then)).filter(wait -> !wait.isNegative());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
