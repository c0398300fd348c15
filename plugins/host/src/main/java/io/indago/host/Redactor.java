package io.indago.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes a provider's secrets out of whatever text is about to be shown. */
final class Redactor {
    static final Redactor NOTHING = new Redactor(Map.of());
    private static final int SHORTEST = 4;
    private static final int LONGEST_SENTENCE = 300;
    /** What might be Base64, of either alphabet. */
    private static final Pattern ENCODED = Pattern.compile("([A-Za-z0-9+/_-]{6,})={0,2}");

    private final List<Hidden> secrets;

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
            shown = shown.replace(secret.text(), "***");
        }
        return shown;
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
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    boolean finds(String text) {
        return secrets.stream().anyMatch(secret -> text.contains(secret.text()));
    }

    boolean isIdle() {
        return secrets.isEmpty();
    }

    private static String percentEncoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
