package io.indago.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes a provider's secrets out of what is to be kept, in whatever way they are written there: plain, percent-encoded,
 * escaped as in JSON, in base64 with anything around them, in hexadecimal. More thorough than {@link Redactor}, and too
 * slow for every report.
 */
public final class Scrubber {
    /** What stands in a secret's place; not the stars, which are what a report shows where a plugin told a secret. */
    public static final String MARK = "SCRUBBED";

    private static final int SHORTEST = 4;
    /** Less of it could be anything. */
    private static final int SHORTEST_CORE = 6;

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_%";

    private final Optional<Pattern> plain;
    private final Optional<Pattern> encoded;

    /** Of these; shorter ones than four characters can't be told from other text. */
    public Scrubber(Collection<String> secrets) {
        List<String> all = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        plain = any(all.stream().flatMap(secret -> Stream.of(written(secret), hexadecimal(secret))));
        encoded = any(all.stream().flatMap(Scrubber::cores).map(Scrubber::written));
    }

    /** The text with {@link #MARK} for each secret. */
    public String scrub(String text) {
        return scrub(text, MARK);
    }

    String scrub(String text, String mark) {
        String clean =
                plain.map(secret -> secret.matcher(text).replaceAll(mark)).orElse(text);
        return encoded.map(core -> withoutRuns(core, clean, mark)).orElse(clean);
    }

    /** Whether it is still in there. */
    public boolean finds(String text) {
        return Stream.of(plain, encoded).flatMap(Optional::stream).anyMatch(secret -> secret.matcher(text)
                .find());
    }

    private static Optional<Pattern> any(Stream<String> alternatives) {
        String pattern = alternatives.collect(Collectors.joining("|"));
        return pattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(pattern));
    }

    private static String written(String text) {
        return text.codePoints().mapToObj(Scrubber::written).collect(Collectors.joining());
    }

    /** One character, as itself or escaped. */
    private static String written(int codePoint) {
        String self = Character.toString(codePoint);
        StringBuilder percent = new StringBuilder();
        for (byte each : self.getBytes(StandardCharsets.UTF_8)) {
            percent.append('%').append(anyCase(HexFormat.of().toHexDigits(each)));
        }
        String escaped = self.chars()
                .mapToObj(unit -> "\\\\u" + anyCase(HexFormat.of().toHexDigits((char) unit)))
                .collect(Collectors.joining());
        // the longer ones first, or half of an escaped backslash would stay and escape what follows
        String others =
                switch (codePoint) {
                    case ' ' -> "\\+|";
                    case '"', '\\', '/' -> "\\\\" + Pattern.quote(self) + "|";
                    case '\t' -> "\\\\t|";
                    case '&' -> "&amp;|";
                    case '<' -> "&lt;|";
                    case '>' -> "&gt;|";
                    default -> "";
                };
        return "(?:" + others + Pattern.quote(self) + "|" + percent + "|" + escaped + ")";
    }

    private static String hexadecimal(String secret) {
        return anyCase(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static String anyCase(String hexadecimal) {
        return hexadecimal
                .chars()
                .mapToObj(digit -> Character.isDigit(digit)
                        ? Character.toString(digit)
                        : "[" + (char) digit + Character.toString(digit).toUpperCase(Locale.ROOT) + "]")
                .collect(Collectors.joining());
    }

    /** The part of its base64 that is the same whatever stands around it, for each of the three ways it can be aligned. */
    static Stream<String> cores(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, 3)
                .mapToObj(before -> {
                    byte[] shifted = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, shifted, before, bytes.length);
                    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                    return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
                })
                .filter(core -> core.length() >= SHORTEST_CORE)
                .flatMap(core -> Stream.of(core, core.replace('+', '-').replace('/', '_')))
                .distinct();
    }

    /** Without the whole base64 text the core is in: its ends hold the rest of the secret. */
    private static String withoutRuns(Pattern core, String text, String mark) {
        Matcher matcher = core.matcher(text);
        StringBuilder clean = new StringBuilder();
        int done = 0;
        while (matcher.find(done)) {
            int start = matcher.start();
            while (start > done && BASE64.indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
            int end = matcher.end();
            while (end < text.length() && (BASE64.indexOf(text.charAt(end)) >= 0 || text.charAt(end) == '=')) {
                end++;
            }
            clean.append(text, done, start).append(mark);
            done = end;
        }
        return clean.append(text, done, text.length()).toString();
    }
}
