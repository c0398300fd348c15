package io.indago.client;

/**
 * Hostile text made harmless to show: what can't be seen, or could move the cursor, change a terminal's settings or
 * turn the reading direction, becomes an escape.
 */
final class SafeText {
    /** Letters to Unicode, but blank on the screen. */
    private static final String BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0";

    private SafeText() {}

    /** Text for one line of a terminal. */
    static String of(String text, boolean unicode) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n') {
                safe.append("\\n");
            } else if (Character.getType(point) == Character.SPACE_SEPARATOR) {
                safe.append(' ');
            } else if (isHostile(point) || (point > '~' && !unicode)) {
                escape(point, safe);
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /**
     * The same JSON document on one line. Only inside its strings can anything hostile be, and there escapes are allowed;
     * line breaks can be only between them.
     */
    static String ofJson(String document) {
        StringBuilder safe = new StringBuilder(document.length());
        document.codePoints().forEach(point -> {
            if (point == '\t' || !isHostile(point)) {
                safe.appendCodePoint(point);
            } else if (point != '\n' && point != '\r') {
                escape(point, safe);
            }
        });
        return safe.toString();
    }

    private static boolean isHostile(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> BLANK_LETTERS.indexOf(point) >= 0;
        };
    }

    private static void escape(int point, StringBuilder to) {
        for (char unit : Character.toChars(point)) {
            to.append(String.format("\\u%04x", (int) unit));
        }
    }
}
