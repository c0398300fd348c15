package io.indago.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes a provider's secrets out of whatever text is about to be shown, in whatever spelling a reply may tell them. */
final class Redactor {
    static final Redactor NOTHING = new Redactor(Map.of());
    private static final int SHORTEST = 4;
    private static final int LONGEST_SENTENCE = 300;
    /** What might be Base64, of either alphabet. */
    private static final Pattern ENCODED = Pattern.compile("([A-Za-z0-9+/_-]{6,})={0,2}");

    private static final Pattern PERCENT = Pattern.compile("%..");
    /** What texts end with that were too long. */
    private static final String CUT = "…";

    private static final String STARS = "***";

    private final List<Hidden> secrets;
    /** What says that one is there in another spelling; looked for in every text, and so no more than literally. */
    private final List<String> signs;

    private final Scrubber scrubber;

    /** @param secrets by the names of their settings */
    Redactor(Map<String, String> secrets) {
        this.secrets = secrets.entrySet().stream()
                .filter(secret -> secret.getValue().length() >= SHORTEST)
                .flatMap(secret -> Stream.of(secret.getValue(), percentEncoded(secret.getValue()))
                        .distinct()
                        .map(text -> new Hidden(secret.getKey(), text)))
                .sorted(Comparator.comparingInt((Hidden hidden) -> hidden.text().length())
                        .reversed()
                        .thenComparing(Hidden::setting))
                .toList();
        List<String> values = secrets.values().stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .toList();
        signs = values.stream().flatMap(Redactor::otherSpellings).distinct().toList();
        scrubber = new Scrubber(values);
    }

    /** Where a secret comes from, and a text that would tell it. */
    private record Hidden(String setting, String text) {}

    /** How a secret is shown where it matters which one it is: {@code ‹api-key›}. */
    static String placeholder(String setting) {
        return "‹" + setting + "›";
    }

    String redact(String text) {
        String shown = text;
        for (Hidden secret : secrets) {
            shown = shown.replace(secret.text(), STARS);
        }
        return withoutBeginning(signs.stream().anyMatch(shown::contains) ? scrubber.scrub(shown, STARS) : shown);
    }

    /** Puts the {@linkplain #placeholder names} of the secrets in their places; also where one is part of some Base64. */
    String name(String text) {
        String shown = ENCODED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        encoded(match.group(1)).map(Redactor::placeholder).orElse(match.group())));
        for (Hidden secret : secrets) {
            shown = shown.replace(secret.text(), placeholder(secret.setting()));
        }
        return shown;
    }

    /** The setting whose secret is in that Base64; empty when none is, or it is no Base64. */
    private Optional<String> encoded(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            return secrets.stream()
                    .filter(secret -> decoded.contains(secret.text()))
                    .map(Hidden::setting)
                    .findFirst();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** One line of bounded length; cut only after the secrets are out. */
    String sentence(String text) {
        return sentence(text, LONGEST_SENTENCE);
    }

    String sentence(String text, int longest) {
        String line = redact(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + CUT;
    }

    boolean finds(String text) {
        return secrets.stream().anyMatch(secret -> text.contains(secret.text()))
                || signs.stream().anyMatch(text::contains)
                || beginning(text) > 0;
    }

    private String withoutBeginning(String text) {
        int told = beginning(text);
        return told == 0 ? text : text.substring(0, text.length() - CUT.length() - told) + STARS + CUT;
    }

    /** How much of a secret a text tells that was cut short in the midst of it. */
    private int beginning(String text) {
        if (!text.endsWith(CUT)) {
            return 0;
        }
        int end = text.length() - CUT.length();
        return Stream.concat(secrets.stream().map(Hidden::text), signs.stream())
                .mapToInt(secret -> IntStream.iterate(Math.min(secret.length(), end), length -> length - 1)
                        .takeWhile(length -> length >= SHORTEST)
                        .filter(length -> text.startsWith(secret.substring(0, length), end - length))
                        .findFirst()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    boolean isIdle() {
        return secrets.isEmpty();
    }

    /** As a form, JSON, hexadecimal and base64 have it. */
    private static Stream<String> otherSpellings(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        String hexadecimal = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                Stream.of(
                                form,
                                lowerCaseDigits(form),
                                lowerCaseDigits(percentEncoded(secret)),
                                escaped,
                                escaped.replace("/", "\\/"),
                                hexadecimal,
                                hexadecimal.toUpperCase(Locale.ROOT))
                        .filter(spelling -> !spelling.equals(secret)),
                Scrubber.cores(secret));
    }

    private static String lowerCaseDigits(String percentEncoded) {
        return PERCENT.matcher(percentEncoded)
                .replaceAll(digits -> digits.group().toLowerCase(Locale.ROOT));
    }

    private static String percentEncoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
