package io.indago.local.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What came of one scenario.
 *
 * @param notes what was seen besides
 */
public record Result(String scenario, long seed, Verdict verdict, Duration took, List<String> notes) {

    public Result {
        notes = List.copyOf(notes);
    }

    /** Whether something was tried, and all of it holds. */
    static boolean allHold(List<Result> results) {
        return !results.isEmpty()
                && results.stream().allMatch(result -> result.verdict().holds());
    }
}
