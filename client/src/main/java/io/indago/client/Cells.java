package io.indago.client;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the cells of a terminal: an ideograph takes two, a combining mark none. */
final class Cells {
    private Cells() {}

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** As many lines as are allowed, broken between words where there are any; what is too long ends in an ellipsis. */
    static List<String> wrap(String text, int width, int lines, String ellipsis) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip();
        while (wrapped.size() < lines - 1 && width(rest) > width) {
            int room = fitting(rest, width);
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        wrapped.add(shorten(rest, width, ellipsis));
        return wrapped;
    }

    static String shorten(String text, int width, String ellipsis) {
        return width(text) <= width
                ? text
                : text.substring(0, fitting(text, width - width(ellipsis))).stripTrailing() + ellipsis;
    }

    /** The index up to which the text fits; at least one character does, lest nothing ever would. */
    private static int fitting(String text, int width) {
        int index = 0;
        int used = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            used += width(point);
            if (used > width && index > 0) {
                break;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The larger blocks of Unicode Standard Annex 11; a misjudged rarity only bends a column. */
    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0x1f300 && point <= 0x1faff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }
}
