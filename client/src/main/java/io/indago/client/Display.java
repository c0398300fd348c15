package io.indago.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the place we write to can show.
 *
 * @param unicode whether it is more than ASCII
 */
record Display(int width, boolean colour, boolean unicode) {
    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 60;

    /** @param terminal whether a person looks at it, not a file or another program */
    static Display of(Map<String, String> environment, boolean terminal, Charset charset) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Display(
                Math.max(LEAST_WIDTH, columns(environment)),
                terminal && !plain,
                charset.equals(StandardCharsets.UTF_8));
    }

    private static int columns(Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException unset) {
            return USUAL_WIDTH;
        }
    }

    String safe(String text) {
        return SafeText.of(text, unicode);
    }

    String paint(Colour colour, String text) {
        return this.colour && colour != Colour.PLAIN ? colour.start + text + Colour.END : text;
    }

    /** Text of others, on one line. */
    String line(Colour colour, String text) {
        return paint(colour, Cells.shorten(safe(text), width, ellipsis())) + "\n";
    }

    /** A label and text of others; its further lines are indented as far as the label is. */
    String paragraph(String label, String text, int lines) {
        StringBuilder paragraph = new StringBuilder();
        String margin = label;
        for (String line : Cells.wrap(safe(text), Math.max(1, width - Cells.width(label)), lines, ellipsis())) {
            paragraph.append(margin).append(line).append('\n');
            margin = " ".repeat(Cells.width(label));
        }
        return paragraph.toString();
    }

    String dot() {
        return unicode ? " · " : " - ";
    }

    String dash() {
        return unicode ? " — " : " - ";
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** The colours of a verdict or a status. */
    enum Colour {
        RED("31;1"),
        YELLOW("33"),
        GREEN("32"),
        BOLD("1"),
        FAINT("2"),
        PLAIN("");

        private static final String END = "\u001b[0m";
        private final String start;

        Colour(String code) {
            this.start = "\u001b[" + code + "m";
        }

        static Colour ofVerdict(String word) {
            return switch (word) {
                case "malicious" -> RED;
                case "suspicious" -> YELLOW;
                case "benign" -> GREEN;
                default -> BOLD;
            };
        }
    }
}
