package io.indago.routes.report;

/**
 * Which of many rows.
 *
 * @param offset how many are left out
 * @param limit the most there are
 */
public record Page(int offset, int limit) {
    /** Rows further back are found by an earlier last day. */
    static final int LARGEST_OFFSET = 100_000;

    /** As many as anybody gets at once. */
    static final Page WIDEST = new Page(0, 1_000);

    public Page {
        if (offset < 0 || offset > LARGEST_OFFSET || limit < 1) {
            throw new IllegalArgumentException("no page: " + limit + " from " + offset);
        }
    }
}
