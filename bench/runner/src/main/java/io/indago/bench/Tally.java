package io.indago.bench;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came of one load; confined to the event loop until it is handed over.
 *
 * <p>Throughput and latencies are those of the window, good answers only. Errors and refusals are counted from the first
 * request to the last.
 */
final class Tally {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final int MOST_KINDS = 10;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Integer> errors = new TreeMap<>();
    private double seconds;
    private long answered;
    private long wrong;
    private long refused;
    private long bytes;
    private boolean open;

    void open() {
        open = true;
    }

    void close(double windowSeconds) {
        open = false;
        seconds = windowSeconds;
    }

    void good(long nanos, int size) {
        answered++;
        bytes += size;
        if (open) {
            micros.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
        }
    }

    /** 503 with Retry-After. */
    void refused() {
        refused++;
    }

    /** Status 200, but not the answer it should be. */
    void wrong(String complaint) {
        wrong++;
        error(complaint);
    }

    void error(String what) {
        errors.merge(errors.size() < MOST_KINDS || errors.containsKey(what) ? what : "others", 1, Integer::sum);
    }

    double perSecond() {
        return micros.getTotalCount() / seconds;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Good answers, also those outside of the window. */
    long answeredInAll() {
        return answered;
    }

    /** Answers with status 200, good or not. */
    long acceptedInAll() {
        return answered + wrong;
    }

    long refusedInAll() {
        return refused;
    }

    long meanBytes() {
        return answered == 0 ? 0 : bytes / answered;
    }

    Map<String, Integer> errors() {
        return errors;
    }
}
