package io.indago.plugins.intelx;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;

/** Starts a search and asks for its results until it is over, or the time is. */
final class IntelxProvider implements Provider {
    /** As many as fit into the steps a lookup may take. */
    private static final int MOST_POLLS = 9;

    private final IntelxApi api;
    private final boolean judgesLeaks;
    private final Duration poll;

    IntelxProvider(IntelxApi api, boolean judgesLeaks, Duration poll) {
        this.api = requireNonNull(api, "api");
        this.judgesLeaks = judgesLeaks;
        this.poll = requireNonNull(poll, "poll");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(api.search(indicator.value()), reply -> {
            String id = IntelxApi.started(api.body(reply));
            return Step.pause(poll, () -> results(id, Found.NOTHING_YET, MOST_POLLS, context));
        });
    }

    private Step<Report> results(String id, Found before, int polls, LookupContext context) {
        return Step.call(api.results(id), reply -> {
            Found found = before.with(api.body(reply));
            boolean last = polls == 1 || poll.compareTo(context.timeLeft()) >= 0;
            if (found.over() || found.isFull() || last && !found.records().isEmpty()) {
                return Step.done(IntelxReport.of(found, judgesLeaks));
            }
            if (polls == 1) {
                throw ProviderException.of(ErrorKind.UNAVAILABLE, "Intelligence X has found nothing in time");
            }
            return Step.pause(poll, () -> results(id, found, polls - 1, context));
        });
    }

    /** What the key is good for: free, and it tells whether it works. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(api.account(), reply -> {
            api.body(reply);
            return Step.done(Health.up());
        });
    }
}
