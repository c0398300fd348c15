package io.indago.indicator;

/** Hostile text made fit for a message or a log line. */
final class Shown {
    private static final int LIMIT = 80;

    private Shown() {}

    static String of(String text) {
        String safe = withoutSecrets(text);
        StringBuilder shown = new StringBuilder();
        int index = 0;
        while (index < safe.length() && shown.length() < LIMIT) {
            int character = safe.codePointAt(index);
            if (isPlain(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append("\\u{" + Integer.toHexString(character) + "}");
            }
            index += Character.charCount(character);
        }
        return index < safe.length() ? shown + "…" : shown.toString();
    }

    private static boolean isPlain(int character) {
        return character >= 0x20 && character < 0x7f || character == '…' || Character.isLetterOrDigit(character);
    }

    /** Without what a URL may carry before an {@code @} and from its parameters on, be it well-formed or not. */
    private static String withoutSecrets(String text) {
        int end = Chars.firstOf("?#;", text);
        String rest = end < text.length() ? "…" : "";
        int userinfo = text.indexOf(':');
        int at = text.lastIndexOf('@', end);
        if (userinfo >= 0 && userinfo < at) {
            return text.substring(0, userinfo + 1) + "…" + text.substring(at, Math.max(at, end)) + rest;
        }
        return text.substring(0, end) + rest;
    }
}
