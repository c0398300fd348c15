package io.indago.plugins.torexit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Matches addresses with the list of exits, which it fetches about once an hour. Lookups share the last list: it is the
 * same for all, and no other state is kept.
 */
final class TorExitProvider implements Provider {
    static final String HOST = "check.torproject.org";
    private static final HttpCall LIST = HttpCall.get("https://" + HOST, "exit-addresses");
    private static final int NOT_MODIFIED = 304;
    /** With these an older list still serves. */
    private static final int[] TROUBLE = {403, 406, 429, 500, 502, 503, 504};

    private final boolean suspicious;
    private final Clock clock;
    private final AtomicReference<Optional<Download>> last = new AtomicReference<>(Optional.empty());

    TorExitProvider(boolean suspicious, Clock clock) {
        this.suspicious = suspicious;
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) throws Exception {
        return withList(list -> Step.done(report(list, indicator.value())));
    }

    private Report report(ExitList list, String address) {
        return list.find(address).map(exit -> exit.report(suspicious)).orElseGet(() -> {
            if (list.isStale(clock.instant())) {
                throw ProviderException.of(
                        ErrorKind.UNAVAILABLE,
                        "The list of Tor exits is more than a day old: it can't tell that an address is none");
            }
            return Report.noData("It is none of the " + list.size() + " Tor exits");
        });
    }

    /** What it fetches is of use to the next lookup. */
    @Override
    public Step<Health> health(LookupContext context) throws Exception {
        return withList(list -> Step.done(
                list.isStale(clock.instant())
                        ? Health.down("the list of Tor exits is more than a day old")
                        : Health.up()));
    }

    private <T> Step<T> withList(StepFunction<ExitList, T> next) throws Exception {
        Instant now = clock.instant();
        Optional<Download> before = last.get();
        if (before.isEmpty() || !before.get().isUsable(now)) {
            return Step.call(LIST, reply -> next.apply(keep(Download.of(reply, clock.instant()))));
        }
        Download known = before.get();
        // Of several lookups that find it old, one fetches a newer one
        return known.isFresh(now) || !last.compareAndSet(before, Optional.of(known.beingRenewed(now)))
                ? next.apply(known.list())
                : renew(known, next);
    }

    private <T> Step<T> renew(Download known, StepFunction<ExitList, T> next) {
        HttpCall call = known.conditional(LIST).seeing(NOT_MODIFIED).seeing(TROUBLE);
        return Step.call(
                call,
                reply -> next.apply(
                        switch (reply.status()) {
                            case 200 -> keep(Download.of(reply, clock.instant()));
                            case NOT_MODIFIED -> keep(known.confirmed(clock.instant()));
                            default -> known.list();
                        }));
    }

    private ExitList keep(Download download) {
        last.set(Optional.of(download));
        return download.list();
    }
}
