package io.indago.hub.quota;

import io.indago.routes.guard.QuotaLedger;
import io.indago.routes.guard.QuotaWindow;
import io.indago.routes.guard.SharedPauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The ledger in PostgreSQL. One thread asks: whatever is wanted while it does goes into its next statement. While the
 * database is away everybody is told so at once, until {@link #comesBack} says otherwise.
 */
final class JdbcQuotaLedger implements QuotaLedger, SharedPauses {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcQuotaLedger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Who is alone takes all that is left of windows up to that long, and of longer ones a part, as a crash loses it. */
    private static final Duration SHORT = Duration.ofHours(1);

    private static final int PARTS = 4;
    private static final int LITTLE = 100;
    private static final int MOST_AT_ONCE = 1_000;

    private final LeaseTable leases;
    private final PauseTable pauses;
    private final SharedClock clock;
    private final IntSupplier replicas;
    private final Duration ahead;
    private final Executor thread;
    private final Queue<LeaseRequest> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean away;

    /**
     * @param replicas how many there are
     * @param thread one, for whatever asks the database
     */
    JdbcQuotaLedger(
            LeaseTable leases,
            PauseTable pauses,
            SharedClock clock,
            IntSupplier replicas,
            Duration ahead,
            Executor thread) {
        this.leases = leases;
        this.pauses = pauses;
        this.clock = clock;
        this.replicas = replicas;
        this.ahead = ahead;
        this.thread = thread;
    }

    @Override
    public Time time() {
        return clock.time();
    }

    @Override
    public CompletionStage<Lease> lease(QuotaWindow window, long limit) {
        return asked(window, limit, parts(window));
    }

    @Override
    public CompletionStage<Lease> leaseLittle(QuotaWindow window, long limit) {
        return asked(window, limit, LITTLE);
    }

    @Override
    public CompletionStage<Lease> look(QuotaWindow window, long limit) {
        return asked(window, limit, 0);
    }

    private CompletionStage<Lease> asked(QuotaWindow window, long limit, int parts) {
        if (away) {
            return CompletableFuture.failedStage(new LedgerAwayException());
        }
        CompletableFuture<Lease> answer = new CompletableFuture<>();
        requests.add(new LeaseRequest(window, limit, parts, answer));
        later(this::ask);
        return answer.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((lease, failure) -> {
                    if (failure != null) {
                        goesAway(failure);
                        answer.thenAccept(late -> giveBack(window, late.calls()));
                    }
                });
    }

    private int parts(QuotaWindow window) {
        int sharing = replicas.getAsInt();
        return sharing > 1 ? PARTS * sharing : window.length().compareTo(SHORT) <= 0 ? 1 : PARTS;
    }

    private void ask() {
        List<LeaseRequest> batch = batch();
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Lease> granted = leases.lease(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(granted.get(i));
            }
        } catch (DataAccessException failure) {
            batch.forEach(request -> request.answer().completeExceptionally(failure));
        }
        if (!requests.isEmpty()) {
            later(this::ask);
        }
    }

    /** Each of another window, as one statement can't have two of one. */
    private List<LeaseRequest> batch() {
        Map<QuotaWindow, LeaseRequest> batch = new LinkedHashMap<>();
        List<LeaseRequest> later = new ArrayList<>();
        for (LeaseRequest next = requests.poll(); next != null; next = requests.poll()) {
            LeaseRequest first = batch.size() < MOST_AT_ONCE ? batch.putIfAbsent(next.window(), next) : next;
            if (first != null) {
                later.add(next);
            }
        }
        requests.addAll(later);
        return List.copyOf(batch.values());
    }

    @Override
    public void giveBack(QuotaWindow window, long calls) {
        if (calls > 0) {
            attempt(() -> leases.giveBack(window, calls));
        }
    }

    @Override
    public void begun(String pause, Duration time) {
        attempt(() -> pauses.begin(pause, time));
    }

    /** Unless the hub ends: then nobody waits for it. */
    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException over) {
            away = true;
        }
    }

    /** What is lost when it fails is no call too many. */
    private void attempt(Runnable work) {
        later(() -> {
            if (!away) {
                try {
                    work.run();
                } catch (DataAccessException failure) {
                    goesAway(failure);
                }
            }
        });
    }

    @Override
    public int replicas() {
        return replicas.getAsInt();
    }

    @Override
    public Duration ahead() {
        return ahead;
    }

    boolean isAway() {
        return away;
    }

    void goesAway(Throwable failure) {
        if (!away) {
            LOG.atWarn()
                    .addKeyValue("because", failure.toString())
                    .log(
                            "Shared quotas can't be read or written; providers with a quota are asked with what was leased");
        }
        away = true;
    }

    void comesBack() {
        if (away) {
            LOG.info("Shared quotas can be read and written again");
        }
        away = false;
    }

    /** Nobody is waited for. */
    private static final class LedgerAwayException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LedgerAwayException() {
            super("the database is away", null, false, false);
        }
    }
}
