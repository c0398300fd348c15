package io.indago.hub.quota;

import io.indago.routes.guard.ProviderGuards;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says that this replica lives, hears who else does and what they were told, and looks after its leases. */
public final class QuotaUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaUpkeep.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int BEAT = 4;
    private static final int TIDY = 120;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final SharedTables tables;
    private final JdbcQuotaLedger ledger;
    private final ProviderGuards guards;
    private final ScheduledExecutorService thread;
    private int round;

    QuotaUpkeep(SharedTables tables, JdbcQuotaLedger ledger, ProviderGuards guards, ScheduledExecutorService thread) {
        this.tables = tables;
        this.ledger = ledger;
        this.guards = guards;
        this.thread = thread;
    }

    /** From now on. */
    public void begin() {
        thread.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            look();
            ledger.comesBack();
        } catch (DataAccessException failure) {
            ledger.goesAway(failure);
        } catch (RuntimeException ours) {
            LOG.error("Shared quotas are not looked after this time", ours);
        }
        round++;
    }

    private void look() {
        try {
            tables.pauses().read().forEach(guards::pause);
            if (round % BEAT == 0) {
                tables.replicas().beat();
            }
            if (round % TIDY == 0) {
                tables.tidy();
            }
        } finally {
            guards.tend();
        }
    }

    /** What was leased and not spent is for the others. */
    @Override
    public void close() {
        guards.close();
        try {
            thread.submit(() -> tables.replicas().leave()).get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            LOG.atInfo()
                    .addKeyValue("because", away.toString())
                    .log("What was leased of shared quotas can't be given back; it is lost with its windows");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
