package io.indago.local.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to break, and how hard.
 *
 * @param state where the stack keeps its things; never that of a hub somebody uses
 * @param seed decides moments, pauses and values; of the first round, each further round has the next one
 * @param rounds how often everything is done
 * @param only the scenarios to run, by name; all of them when empty
 * @param lookups the fewest lookups of a scenario
 * @param outage the longest time something is away
 * @param patience how long accounting may take to be complete once all is well again
 */
public record Plan(
        Path state, long seed, int rounds, List<String> only, int lookups, Duration outage, Duration patience) {

    public Plan {
        only = List.copyOf(only);
    }
}
