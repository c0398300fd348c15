package io.indago.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as the hub reads it too: {@code 500ms}, {@code 3s}, {@code 3} or {@code PT3S}. */
final class DeadlineConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("pt")) {
                return Duration.parse(lower);
            }
            if (lower.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            return Duration.ofSeconds(
                    Long.parseLong(lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower));
        } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
            throw new TypeConversionException("'" + text + "' is no time, expected one like 500ms, 3s or PT3S");
        }
    }
}
