package io.indago.routes.report;

import java.util.regex.Pattern;

/**
 * A text as a cell that no spreadsheet takes for a formula: one that begins like a formula is led in by an apostrophe. So
 * is one that would look like such a cell, so that taking one apostrophe away always gives the text back.
 */
record SafeCell(String text) {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    @Override
    public String toString() {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
