package io.indago.routes.guard;

import io.indago.spi.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * How many calls a credential has left, in all windows at once, of what this replica leased. Who comes when there is none
 * waits for the next lease or window, if its deadline allows, and callers take turns; it is refused at once otherwise.
 */
public final class QuotaMeter {
    /** How long after a refusal it counts as ours. */
    private static final Duration LATELY = Duration.ofSeconds(2);

    private final QuotaHoldings holdings;
    private final QuotaQueue queue;
    private final LongSupplier nanos;
    private volatile OptionalLong refusedAt = OptionalLong.empty();

    /**
     * @param owner tells credentials apart
     * @param nanos a clock that never steps, in nanoseconds
     */
    QuotaMeter(List<Quota> quotas, String owner, QuotaLedger ledger, LongSupplier nanos) {
        this.nanos = nanos;
        holdings = new QuotaHoldings(quotas, owner, ledger, nanos, this::changed);
        queue = new QuotaQueue(holdings, nanos);
    }

    /**
     * What is left of one window.
     *
     * @param calls left for all replicas together, as far as it is known
     * @param held of these, leased by this one
     * @param freeAt when there is a call again; now, unless a window is spent
     */
    public record Left(Quota quota, long calls, long held, Instant freeAt) {}

    /**
     * A call, now or within that time; empty when there is none.
     *
     * @param caller for whom, in a word that tells callers apart
     */
    CompletableFuture<Optional<QuotaTicket>> take(String caller, Duration patience, ScheduledExecutorService timer) {
        return queue.take(caller, patience, timer).whenComplete((ticket, failure) -> {
            if (ticket != null && ticket.isEmpty()) {
                refusedAt = OptionalLong.of(nanos.getAsLong());
            }
        });
    }

    private void changed() {
        queue.serve();
    }

    /** How long until there may be a call; zero when now. */
    Duration freeIn() {
        return holdings.freeIn();
    }

    /** Whether what is left can't be asked for. */
    boolean isCutOff() {
        return holdings.isCutOff(Duration.ZERO);
    }

    /** Whether a call was refused a moment ago. */
    boolean refusedLately() {
        return refusedAt.isPresent() && nanos.getAsLong() - refusedAt.getAsLong() < LATELY.toNanos();
    }

    List<Left> left() {
        return holdings.left();
    }

    void tend() {
        holdings.tend();
    }

    void close() {
        holdings.close();
    }
}
