package io.indago.spi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Text of strangers (file names, tags, banners), made harmless to show and to log: one line of bounded length. */
final class PlainText {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_LISTED_LENGTH = 200;
    private static final int MAX_LISTED = 10;
    private static final int ROOM_FOR_THE_REST = 30;

    private PlainText() {}

    /** The text with spaces for line breaks, U+FFFD for control and direction characters, and an ellipsis for its end. */
    static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /** Each as {@link #of}, without blank ones and repetitions, in their order. */
    static List<String> names(int most, Collection<String> texts) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : texts) {
            String name = of(text);
            if (!name.isEmpty() && names.size() < most) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** {@code seen as a, b, c and 4 more}: as many as are worth reading, and fit. Empty without any text. */
    static String listing(String introduction, Collection<String> texts) {
        List<String> all = names(Integer.MAX_VALUE, texts);
        StringBuilder line = new StringBuilder();
        int shown = 0;
        for (String text : all) {
            String next = (shown == 0 ? introduction : ", ") + of(text, MAX_LISTED_LENGTH);
            if (shown == MAX_LISTED || line.length() + next.length() > MAX_LENGTH - ROOM_FOR_THE_REST) {
                return line + " and " + (all.size() - shown) + " more";
            }
            line.append(next);
            shown++;
        }
        return line.toString();
    }

    private static String of(String text, int most) {
        if (text.length() <= most && isPlain(text)) {
            return text;
        }
        String shown = text.codePoints()
                .limit(most + 1L)
                .map(PlainText::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Whether it is printable ASCII without blanks at its ends, as most texts are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static int shown(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> '\uFFFD';
            default -> codePoint;
        };
    }
}
