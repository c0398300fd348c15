package io.indago.plugins.dns;

/** Text of strangers, made harmless to show: bounded, without control and direction characters. */
final class PlainText {
    private static final int MAX_LENGTH = 500;

    private PlainText() {}

    static String of(String text) {
        return text.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> isShown(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
