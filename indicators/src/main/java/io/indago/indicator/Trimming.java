package io.indago.indicator;

/**
 * The punctuation a sentence puts around a value. Angle brackets delimit exactly (RFC 3986, appendix C): what they
 * enclose is not trimmed further. A closing bracket stays when it closes one inside.
 */
final class Trimming {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String BEFORE = "'\"`<“‘„«";
    private static final String AFTER = "'\"`>”’“»…,;.:!?";
    private static final int NESTING = 4;

    private Trimming() {}

    static String trim(String text) {
        String trimmed = text.strip();
        for (int i = 0; i < NESTING; i++) {
            if (trimmed.length() > 1 && trimmed.startsWith("<") && trimmed.endsWith(">")) {
                return trimmed.substring(1, trimmed.length() - 1).strip();
            }
            String outside = trimmed;
            trimmed = isEnclosed(trimmed) ? trimmed.substring(1, trimmed.length() - 1) : edges(trimmed);
            if (trimmed.equals(outside)) {
                return trimmed;
            }
        }
        return trimmed;
    }

    private static String edges(String text) {
        int surplus = surplusClosing(text);
        int end = text.length();
        while (end > 0) {
            char last = text.charAt(end - 1);
            boolean unopened = CLOSING.indexOf(last) >= 0 && surplus > 0;
            // An IPv6 address may end in ::
            boolean address = last == ':' && end > 1 && text.charAt(end - 2) == ':';
            if (address || !unopened && AFTER.indexOf(last) < 0 && last != ' ') {
                break;
            }
            surplus -= unopened ? 1 : 0;
            end--;
        }
        int start = 0;
        int unclosed = -surplus;
        while (start < end) {
            char first = text.charAt(start);
            boolean unpaired = OPENING.indexOf(first) >= 0 && unclosed > 0;
            if (!unpaired && BEFORE.indexOf(first) < 0 && first != ' ') {
                break;
            }
            unclosed -= unpaired ? 1 : 0;
            start++;
        }
        return text.substring(start, end);
    }

    private static int surplusClosing(String text) {
        return (int) (text.chars().filter(c -> CLOSING.indexOf(c) >= 0).count()
                - text.chars().filter(c -> OPENING.indexOf(c) >= 0).count());
    }

    /** Whether the first character opens a bracket that the last one closes. */
    private static boolean isEnclosed(String text) {
        int depth = 0;
        for (int index = 0; index < text.length(); index++) {
            depth += OPENING.indexOf(text.charAt(index)) >= 0 ? 1 : 0;
            depth -= CLOSING.indexOf(text.charAt(index)) >= 0 ? 1 : 0;
            if (depth <= 0) {
                return index > 0 && index == text.length() - 1;
            }
        }
        return false;
    }
}
