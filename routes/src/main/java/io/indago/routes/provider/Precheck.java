package io.indago.routes.provider;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.ProviderDirectory.Entry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what makes it needless to ask a provider: a reason not to, or an answer from before. */
record Precheck(ProviderGuards guards, Clock clock) {

    /**
     * The report it has without being asked; empty when it has to be. Whether it may see the indicator comes first: what
     * was planned may have been replaced since by what reveals more.
     *
     * @param before what it said before, where that will do
     */
    Optional<ProviderReport> known(Entry entry, ProviderQuestion question, Supplier<Optional<KnownAnswer>> before) {
        Optional<Outcome> forbidden = question.disclosure().refusal(entry.spec());
        if (forbidden.isPresent()) {
            return Optional.of(refused(entry, forbidden.get()));
        }
        if (entry.unavailable().isPresent()) {
            return Optional.of(refused(
                    entry, Outcome.without(Status.SKIPPED, entry.unavailable().get())));
        }
        return before.get()
                .map(answer -> ProviderReport.cached(entry.spec(), entry.sandbox(), answer))
                .or(() ->
                        guards.of(entry.spec().id()).hold().map(hold -> refused(entry, hold.outcome(clock.instant()))));
    }

    ProviderReport refused(Entry entry, Outcome why) {
        return ProviderReport.refused(entry.spec(), entry.sandbox(), why, clock.instant());
    }
}
