package io.indago.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts of others, each behind a label of ours; the texts are aligned. */
final class Particulars {
    private static final int LINES_OF_A_TEXT = 5;
    private static final String GAP = "  ";

    private final Display display;
    private final List<Line> lines = new ArrayList<>();
    private boolean ending;

    Particulars(Display display) {
        this.display = display;
    }

    /** @param first whether it begins a group, which stands apart from what is above it */
    private record Line(boolean first, String label, String text) {}

    /** A line, unless there is nothing to say. */
    void add(String label, String text) {
        if (!text.isBlank()) {
            lines.add(new Line(ending, label, text));
            ending = false;
        }
    }

    void add(String label, Optional<String> text) {
        add(label, text.orElse(""));
    }

    /** A line for each, below one label. */
    void add(String label, List<String> texts) {
        String next = label;
        for (String text : texts) {
            add(next, text);
            next = "";
        }
    }

    /** What comes now is another group. */
    void endGroup() {
        ending = true;
    }

    String text() {
        int width =
                lines.stream().mapToInt(line -> Cells.width(line.label())).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.first() ? "\n" : "")
                    .append(display.paragraph(Cells.pad(line.label(), width) + GAP, line.text(), LINES_OF_A_TEXT));
        }
        return text.toString();
    }
}
