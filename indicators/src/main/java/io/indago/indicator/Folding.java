package io.indago.indicator;

import java.text.Normalizer;

/**
 * What the eye does not tell apart, made one: invisible characters go everywhere, compatibility forms (full-width
 * digits, ideographic full stops) become plain ones by NFKC in the head of the text only. The path of a URL means what
 * it says.
 */
final class Folding {
    private static final String IDEOGRAPHIC_STOPS = "\u3002\uff61";

    private Folding() {}

    static String fold(String text) {
        int head = headEnd(text);
        StringBuilder folded = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            if (!isInvisible(character)) {
                folded.append(index <= head ? plain(character) : Character.toString(character));
            }
            index += Character.charCount(character);
        }
        return folded.toString();
    }

    private static String plain(int character) {
        if (Character.isWhitespace(character)) {
            return " ";
        }
        if (IDEOGRAPHIC_STOPS.indexOf(character) >= 0) {
            return ".";
        }
        String text = Character.toString(character);
        return character < 0x80 ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * Where scheme and host end: the first slash that is not one of {@code ://} however spelled, the query or the
     * fragment. The whole text when there is none.
     */
    static int headEnd(String text) {
        char before = ':';
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean slash = character == '/' || character == '／';
            if (slash && ":：/／\\".indexOf(before) < 0 || "?？#＃".indexOf(character) >= 0) {
                return index;
            }
            if ("[](){} ".indexOf(character) < 0) {
                before = character;
            }
        }
        return text.length();
    }

    /** Without white space and invisible characters at both ends. */
    static String bare(String text) {
        int end = text.length();
        while (end > 0 && isNothing(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isNothing(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start, end);
    }

    private static boolean isNothing(int character) {
        return isInvisible(character) || Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Zero-width and bidi controls, soft hyphens, variation selectors, fillers, and controls that are no space. */
    static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.CONTROL && !Character.isWhitespace(character)
                || character >= 0xfe00 && character <= 0xfe0f
                || character >= 0xe0100 && character <= 0xe01ef
                || character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x3164
                || character == 0xffa0;
    }
}
