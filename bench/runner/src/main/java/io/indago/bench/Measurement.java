package io.indago.bench;

import java.util.Map;

/**
 * What one cell of one round gave.
 *
 * @param lookups good answers from the first request to the last
 * @param accepted answers with status 200, good or not
 * @param cpuMillis of the server per lookup, with what it still did for them after the last answer
 * @param residentMegabytes at the end
 * @param peakMegabytes the most while it lasted
 * @param serverBusy the part of its cores the server used in the whole cell
 * @param restBusy the part of the other cores that was used, whoever used it
 * @param foreign the part of the server's cores that somebody else used
 * @param callsPerLookup requests the mock had
 */
record Measurement(
        double perSecond,
        double p50,
        double p99,
        double slowest,
        long lookups,
        long accepted,
        long refused,
        Map<String, Integer> errors,
        double cpuMillis,
        double residentMegabytes,
        double peakMegabytes,
        double serverBusy,
        double restBusy,
        double foreign,
        double callsPerLookup,
        long answerBytes) {

    long failed() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }
}
