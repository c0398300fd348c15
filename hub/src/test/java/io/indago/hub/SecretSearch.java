package io.indago.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds secrets in text in every spelling: plain, percent-encoded, escaped as in JSON, in base64 or hexadecimal. */
final class SecretSearch {
    private final Set<String> names;
    private final Map<String, String> spellings = new LinkedHashMap<>();

    /** @param secrets by what to call them */
    SecretSearch(Map<String, String> secrets) {
        names = Set.copyOf(secrets.keySet());
        secrets.forEach((name, secret) -> {
            if (secret.length() < 8) {
                throw new IllegalArgumentException(name + " is too short to be told from other text");
            }
            spellings(secret).forEach(spelling -> spellings.putIfAbsent(spelling, name));
        });
    }

    /** How many secrets it looks for. */
    int size() {
        return names.size();
    }

    /** The names of those that are in the text. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        spellings.forEach((spelling, name) -> {
            if (!found.contains(name) && text.contains(spelling)) {
                found.add(name);
            }
        });
        return found;
    }

    private static Stream<String> spellings(String secret) {
        String percent = URLEncoder.encode(secret, UTF_8);
        String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        String hexadecimal = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        return Stream.of(
                        Stream.of(secret, escaped, escaped.replace("/", "\\/")),
                        Stream.of(percent, percent.replace("+", "%20"))
                                .flatMap(each -> Stream.of(each, lowerCaseDigits(each))),
                        Stream.of(hexadecimal, hexadecimal.toUpperCase(Locale.ROOT)),
                        base64(secret)
                                .flatMap(core -> Stream.of(
                                        core,
                                        core.replace('+', '-').replace('/', '_'),
                                        core.replace("+", "%2B").replace("/", "%2F"))))
                .flatMap(each -> each)
                .distinct();
    }

    private static String lowerCaseDigits(String percent) {
        return Pattern.compile("%..").matcher(percent).replaceAll(digits -> digits.group()
                .toLowerCase(Locale.ROOT));
    }

    /** What of its base64 doesn't depend on what stands around it, for each of the three places it may begin at. */
    private static Stream<String> base64(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
        });
    }
}
