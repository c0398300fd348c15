package io.indago.plugins.rdap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of autonomous systems, {@code 1877-1901} or {@code 1903}. */
record NumberRange(long first, long last) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,10})(?:-(\\d{1,10}))?");

    static Optional<NumberRange> of(String text) {
        Matcher range = RANGE.matcher(text);
        return range.matches()
                ? Optional.of(new NumberRange(
                        Long.parseLong(range.group(1)),
                        Long.parseLong(range.group(2) == null ? range.group(1) : range.group(2))))
                : Optional.empty();
    }

    boolean contains(long number) {
        return first <= number && number <= last;
    }
}
