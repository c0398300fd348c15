package io.indago.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Undoes what people do to make an indicator harmless: {@code hxxps[://]evil[.]com}. Only {@link IndicatorParser} calls
 * it, and only when the text does not parse as it stands.
 *
 * <p>Bracketed spellings ({@code [.]}, {@code (dot)}, {@code [:]}, {@code [@]} …) are undone everywhere, for some tools
 * defang the path as well. All else ({@code \.}, {@code evil dot com}, half a bracket, the scheme, {@code mailto:} and
 * what follows its address) only before the path.
 */
final class Refang {
    private static final String OPENING = "[({";
    private static final String CLOSING = "])}";
    private static final List<String> WORDS = List.of("://", "//", "/", ":", "\\.", ".", "dot", "@", "at");

    private Refang() {}

    /** The text refanged; the same text when there is nothing to undo. */
    static String refang(String text) {
        String folded = Folding.fold(text);
        if (folded.length() > IndicatorParser.MAX_LENGTH) {
            return text;
        }
        return scheme(brackets(Trimming.trim(folded))).strip();
    }

    /**
     * The text with every bracket percent-encoded that {@link #refang} would take for a defanged character. Canonical
     * URLs are written this way, so that defanging one and parsing it again is exact.
     */
    static String protect(String text) {
        StringBuilder safe = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            if (tokenAt(text, index).isPresent()) {
                Percent.encode(safe, text.charAt(index));
            } else {
                safe.append(text.charAt(index));
            }
        }
        return safe.toString();
    }

    private record Token(String plain, int end) {}

    /** A whole bracketed spelling, at most one space inside either bracket. */
    private static Optional<Token> tokenAt(String text, int start) {
        if (OPENING.indexOf(text.charAt(start)) < 0) {
            return Optional.empty();
        }
        int inside = start + 1 + (text.startsWith(" ", start + 1) ? 1 : 0);
        for (String word : WORDS) {
            if (text.regionMatches(true, inside, word, 0, word.length())) {
                int end = inside + word.length();
                end += text.startsWith(" ", end) ? 1 : 0;
                if (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
                    return Optional.of(new Token(plain(word), end + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String word) {
        return switch (word) {
            case "dot", "\\." -> ".";
            case "at" -> "@";
            default -> word;
        };
    }

    private static String brackets(String text) {
        int head = Folding.headEnd(text);
        StringBuilder plain = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            Optional<Token> token = tokenAt(text, index);
            if (token.isEmpty() && index < head) {
                token = headTokenAt(text, index);
            }
            if (token.isEmpty()) {
                plain.append(text.charAt(index));
                index++;
                continue;
            }
            boolean inHead = index < head;
            index = token.get().end();
            if (inHead) {
                dropLastSpaces(plain);
                index = skipSpaces(text, index);
            }
            plain.append(token.get().plain());
        }
        return plain.toString();
    }

    private static Optional<Token> headTokenAt(String text, int index) {
        for (String spelling : List.of("\\.", "[.", ".]")) {
            if (text.startsWith(spelling, index)) {
                return Optional.of(new Token(".", index + spelling.length()));
            }
        }
        if (text.regionMatches(true, index, " dot ", 0, 5)) {
            return Optional.of(new Token(".", index + 5));
        }
        boolean plural = index <= 5 && text.regionMatches(true, index, "[s]", 0, 3)
                || index <= 5 && text.regionMatches(true, index, "(s)", 0, 3);
        return plural && ":[(".indexOf(text.length() > index + 3 ? text.charAt(index + 3) : ' ') >= 0
                ? Optional.of(new Token("s", index + 3))
                : Optional.empty();
    }

    private static void dropLastSpaces(StringBuilder text) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static int skipSpaces(String text, int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
        return index;
    }

    private static String scheme(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        if (EmailReader.isMailto(text)) {
            String address = text.substring(colon + 1, Chars.firstOf("?", text));
            return EmailReader.claims(address) ? address : text;
        }
        String written = text.substring(0, colon).strip();
        String plain = plainScheme(written.toLowerCase(Locale.ROOT));
        if (plain.isEmpty()) {
            return text;
        }
        int host = colon + 1;
        while (host < text.length() && "/\\ ".indexOf(text.charAt(host)) >= 0) {
            host++;
        }
        return plain + "://" + text.substring(host);
    }

    /** The scheme that is meant, or nothing: {@code hxxp}, {@code hXXps}, {@code h**p}, {@code fxp}, {@code meow}. */
    private static String plainScheme(String written) {
        switch (written) {
            case "http", "https", "meow", "meows":
                return written.endsWith("s") ? "https" : "http";
            case "ftp", "fxp", "f*p", "f_p":
                return "ftp";
            default:
                boolean secure = written.endsWith("s");
                String word = secure ? written.substring(0, written.length() - 1) : written;
                boolean web = word.length() == 4 && word.startsWith("h") && word.endsWith("p");
                return web && Chars.all(word.substring(1, 3), c -> "xtz*_#+".indexOf(c) >= 0)
                        ? secure ? "https" : "http"
                        : "";
        }
    }
}
