package io.indago.local.chaos;

/** A time, in nanoseconds of {@link System#nanoTime}. */
record Span(long from, long until) {

    boolean isAfter(Attempt attempt) {
        return end(attempt) - from < 0;
    }

    boolean meets(Attempt attempt) {
        return attempt.begun() - until < 0 && end(attempt) - from > 0;
    }

    private static long end(Attempt attempt) {
        return attempt.begun() + attempt.took().toNanos();
    }
}
