package io.indago.routes.provider;

import io.indago.host.LookupRun;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.provider.ProviderDirectory.Entry;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** Asks the provider, unless another replica does: where a call costs some of a quota, and an answer of theirs will do. */
record OtherReplicas(SharedFlights flights, ScheduledExecutorService timer, Clock clock) {

    /**
     * @param ask asks the provider, until that deadline
     */
    LookupRun run(
            Entry entry,
            ProviderGuard guard,
            ProviderQuestion question,
            AnswerKey key,
            Function<Instant, LookupRun> ask) {
        boolean isWorthIt = guard.hasQuota() && !entry.sandbox() && !question.fresh() && flights.isOpen();
        return isWorthIt
                ? new SharedRun(flights, guard.secretName(key.toString()), question.deadline(), ask, timer, clock)
                        .begin()
                : ask.apply(question.deadline());
    }
}
