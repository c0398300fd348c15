package io.indago.plugins.virustotal;

import java.util.Collection;
import java.util.List;

/** Text of strangers (file names, tags), made harmless to show: bounded, without control and direction characters. */
final class PlainText {
    private static final int MAX_LENGTH = 200;

    private PlainText() {}

    static String of(String text) {
        return text.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> isShown(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first distinct ones that aren't blank. */
    static List<String> first(int count, Collection<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(PlainText::of)
                .distinct()
                .limit(count)
                .toList();
    }

    /** {@code a, b, c and 4 more}. */
    static String enumerate(int count, Collection<String> texts) {
        List<String> all = first(Integer.MAX_VALUE, texts);
        return all.size() <= count
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, count)) + " and " + (all.size() - count) + " more";
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
