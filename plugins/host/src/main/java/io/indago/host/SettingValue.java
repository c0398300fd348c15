package io.indago.host;

import io.indago.spi.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a setting as what it is declared to be. */
public final class SettingValue {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private static final Pattern URL =
            Pattern.compile("(?<scheme>(?i:https?))://(?<authority>[^/?#@\\s]+)(?<path>(?:/+[^/?#\\s]+)*)/*");

    private SettingValue() {}

    /** What was expected instead; empty when the text is fine. */
    static Optional<String> objection(Setting setting, String text) {
        if (!setting.allowed().isEmpty() && !setting.allowed().contains(text)) {
            return Optional.of("one of " + setting.allowed().stream().sorted().toList());
        }
        return switch (setting.type()) {
            case TEXT, SECRET -> Optional.empty();
            case INTEGER -> integer(text).isPresent() ? Optional.empty() : Optional.of("a whole number");
            case FLAG ->
                List.of("true", "false").contains(text.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("true or false");
            case DURATION ->
                duration(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("a span of time such as 500ms, 10s, 5m or PT10S");
            case URL ->
                url(text).isPresent() ? Optional.empty() : Optional.of("an address such as https://tip.example");
        };
    }

    static Optional<Long> integer(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@code 500ms}, {@code 10s}, {@code 5m}, {@code 8h}, {@code 1d} or as ISO 8601 has it; empty when it is none. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return Optional.of(Duration.parse(text)).filter(time -> !time.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Without what calls would lose or show: credentials, query, fragment. */
    static Optional<URI> url(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(matcher.group("scheme").toLowerCase(Locale.ROOT) + "://"
                    + matcher.group("authority").toLowerCase(Locale.ROOT)
                    + matcher.group("path"));
            return Optional.of(url).filter(it -> it.getHost() != null && it.getPort() != 0 && it.getPort() < 65_536);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Something of the right type for that one, where the real other side is not asked. */
    static String placeholder(String id, Setting setting, String word) {
        return setting.allowed().stream().sorted().findFirst().orElseGet(() -> switch (setting.type()) {
            case TEXT, SECRET -> word;
            case INTEGER -> "1";
            case FLAG -> "false";
            case DURATION -> "1s";
            case URL -> "https://" + id + ".example";
        });
    }
}
