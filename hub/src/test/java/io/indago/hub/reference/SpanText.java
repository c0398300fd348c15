package io.indago.hub.reference;

import static java.util.stream.Collectors.joining;

import io.indago.spi.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Spans of time, and how much fits into them, in words. */
record SpanText() {

    String atMost(Duration longest) {
        return longest.isZero() ? "never" : "for at most " + span(longest);
    }

    String quotas(List<Quota> quotas) {
        return quotas.isEmpty()
                ? "not stated"
                : quotas.stream()
                        .map(quota -> String.format(Locale.ROOT, "%,d in %s", quota.calls(), span(quota.window())))
                        .collect(joining(", "));
    }

    private static String span(Duration span) {
        if (span.toDays() > 0 && span.equals(Duration.ofDays(span.toDays()))) {
            return counted(span.toDays(), "day");
        }
        if (span.toHours() > 0 && span.equals(Duration.ofHours(span.toHours()))) {
            return counted(span.toHours(), "hour");
        }
        return span.equals(Duration.ofMinutes(span.toMinutes()))
                ? counted(span.toMinutes(), "minute")
                : counted(span.toSeconds(), "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
