package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.ArrayList;
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

    Columns {
        widths = List.copyOf(widths);
    }

    /** Columns for these rows, none but the last wider than the limit. */
    static Columns fitting(Display display, List<List<String>> rows, int widest, int linesOfLast) {
        List<Integer> widths = IntStream.range(0, rows.get(0).size() - 1)
                .map(column -> rows.stream()
                        .mapToInt(row -> Cells.width(display.safe(row.get(column))))
                        .max()
                        .orElse(0))
                .map(width -> Math.min(width, widest))
                .boxed()
                .toList();
        return new Columns(display, widths, linesOfLast);
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
