package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines of a table. All columns but the last are as wide as they were told, and shorten what is longer; the last takes
 * what is left of the display.
 *
 * @param linesOfLast how many lines a long last cell may take
 */
record Columns(Display display, List<Integer> widths, int linesOfLast) {
    private static final String GAP = "  ";
    private static final int SHARE_OF_LAST = 3;
    private static final int LEAST = 12;

    Columns {
        widths = List.copyOf(widths);
    }

    /**
     * Columns for these rows, none but the last wider than the limit. Where there is little room for the last, the others
     * but the first, which has the names, are made narrower.
     */
    static Columns fitting(Display display, List<List<String>> rows, int widest, int linesOfLast) {
        int last = rows.get(0).size() - 1;
        int[] widths = IntStream.range(0, last)
                .map(column -> Math.min(width(display, rows, column), widest))
                .toArray();
        int room = display.width()
                - last * GAP.length()
                - Math.min(width(display, rows, last), display.width() / SHARE_OF_LAST);
        while (IntStream.of(widths).sum() > room) {
            int broadest = IntStream.range(1, last)
                    .boxed()
                    .max(Comparator.comparingInt(column -> widths[column]))
                    .orElse(0);
            if (broadest == 0 || widths[broadest] <= LEAST) {
                break;
            }
            widths[broadest]--;
        }
        return new Columns(display, IntStream.of(widths).boxed().toList(), linesOfLast);
    }

    private static int width(Display display, List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> Cells.width(display.safe(row.get(column))))
                .max()
                .orElse(0);
    }

    /** A row, with the end of its last line. */
    String row(Colour colour, List<String> cells) {
        StringBuilder names = new StringBuilder();
        for (int column = 0; column < widths.size(); column++) {
            int width = widths.get(column);
            String cell = Cells.shorten(display.safe(cells.get(column)), width, display.ellipsis());
            names.append(Cells.pad(cell, width)).append(GAP);
        }
        int margin = Cells.width(names.toString());
        List<String> texts = new ArrayList<>(Cells.wrap(
                display.safe(cells.get(widths.size())),
                Math.max(1, display.width() - margin),
                linesOfLast,
                display.ellipsis()));
        StringBuilder row = new StringBuilder();
        String start = names.toString();
        for (String text : texts) {
            row.append(display.paint(colour, (start + text).stripTrailing())).append('\n');
            start = " ".repeat(margin);
        }
        return row.toString();
    }
}
