package io.indago.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** ASCII character classes and splitting. The JDK's classes accept the digits and letters of every script. */
final class Chars {
    private Chars() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isAlphanumeric(int c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHex(int c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Whether the text is not empty and every character is of that kind. */
    static boolean all(String text, IntPredicate kind) {
        return !text.isEmpty() && text.chars().allMatch(kind);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }

    /** The index of the first of these characters, or the text's length. */
    static int firstOf(String wanted, String text) {
        return firstOf(wanted, text, 0);
    }

    static int firstOf(String wanted, String text, int from) {
        int index = from;
        while (index < text.length() && wanted.indexOf(text.charAt(index)) < 0) {
            index++;
        }
        return index;
    }

    /** The pieces between separators, empty ones included. Not {@code String.split}, which drops the last ones. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            pieces.add(text.substring(start, end));
            start = end + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
