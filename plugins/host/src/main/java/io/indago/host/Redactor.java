package io.indago.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes a provider's secrets out of whatever text is about to be shown. */
final class Redactor {
    static final Redactor NOTHING = new Redactor(List.of());
    private static final int SHORTEST = 4;
    private static final int LONGEST_SENTENCE = 300;

    private final List<String> secrets;

    Redactor(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(secret -> Stream.of(secret, percentEncoded(secret)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String redact(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown;
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
        return secrets.stream().anyMatch(text::contains);
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
