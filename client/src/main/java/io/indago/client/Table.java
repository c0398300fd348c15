package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.ArrayList;
import java.util.List;

/** A heading and rows of one colour each, in columns as wide as what is in them. */
final class Table {
    private static final int WIDEST = 30;

    private final Display display;
    private final int linesOfLast;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Colour> colours = new ArrayList<>();

    /** @param linesOfLast how many lines a long last cell may take */
    Table(Display display, int linesOfLast, List<String> heading) {
        this.display = display;
        this.linesOfLast = linesOfLast;
        add(Colour.BOLD, heading);
    }

    void add(Colour colour, List<String> cells) {
        colours.add(colour);
        rows.add(List.copyOf(cells));
    }

    String text() {
        Columns columns = Columns.fitting(display, rows, WIDEST, linesOfLast);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append(columns.row(colours.get(row), rows.get(row)));
        }
        return text.toString();
    }
}
