package io.indago.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Percent-encoding: the sets of WHATWG URL, the normal form of RFC 3986, 6.2.2 (upper-case triplets, unreserved
 * characters decoded).
 *
 * <p>Stricter than WHATWG in one point: a {@code %} that begins no triplet becomes {@code %25}. Left alone, it could
 * form a triplet with what is decoded behind it, and the canonical form would change each time it is parsed.
 */
final class Percent {
    static final String PATH = "\"#<>?^`{}";
    static final String QUERY = "\"#<>'";
    static final String USERINFO = "\"#<>?^`{}/:;=@[\\]|";

    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    private Percent() {}

    /** The normal form, with everything outside visible ASCII and these characters encoded. */
    static String normalise(String text, String encoded) {
        StringBuilder normal = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            if (isTriplet(text, index)) {
                append(normal, octet(text, index));
                index += 3;
                continue;
            }
            if (character == '%' || character <= ' ' || character >= 0x7f || encoded.indexOf(character) >= 0) {
                encode(normal, character);
            } else {
                normal.append((char) character);
            }
            index += Character.charCount(character);
        }
        return normal.toString();
    }

    /** What the triplets stand for, read as UTF-8. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int index = 0;
        while (index < text.length()) {
            if (isTriplet(text, index)) {
                bytes.write(octet(text, index));
                index += 3;
            } else {
                int character = text.codePointAt(index);
                bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
                index += Character.charCount(character);
            }
        }
        return bytes.toString(UTF_8);
    }

    static void encode(StringBuilder target, int character) {
        // A lone surrogate becomes the replacement character, as WHATWG asks
        int scalar = character >= 0xd800 && character <= 0xdfff ? 0xfffd : character;
        for (byte octet : Character.toString(scalar).getBytes(UTF_8)) {
            triplet(target, octet & 0xff);
        }
    }

    private static void append(StringBuilder target, int octet) {
        if (Chars.isAlphanumeric(octet) || octet == '-' || octet == '.' || octet == '_' || octet == '~') {
            target.append((char) octet);
        } else {
            triplet(target, octet);
        }
    }

    private static void triplet(StringBuilder target, int octet) {
        target.append('%').append(UPPER_CASE.toHexDigits((byte) octet));
    }

    private static boolean isTriplet(String text, int index) {
        return text.charAt(index) == '%'
                && index + 2 < text.length()
                && Chars.isHex(text.charAt(index + 1))
                && Chars.isHex(text.charAt(index + 2));
    }

    private static int octet(String text, int index) {
        return Integer.parseInt(text.substring(index + 1, index + 3), 16);
    }
}
