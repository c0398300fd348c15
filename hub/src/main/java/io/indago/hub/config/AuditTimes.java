package io.indago.hub.config;

import io.indago.hub.audit.AuditRetention;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.ChainHeads;
import io.indago.routes.audit.RefusalTally;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the audit does what it does by itself, off the timer's one thread. */
final class AuditTimes {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTimes.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of the first verification: a hub has better to do when it starts. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final ScheduledExecutorService timer;
    private final HubThreads threads;

    AuditTimes(HubTimer timer, HubThreads threads) {
        this.timer = timer.executor();
        this.threads = threads;
    }

    void tell(RefusalTally refusals) {
        every(MINUTE, MINUTE, refusals::tell);
    }

    void tidy(AuditRetention retention) {
        every(MINUTE, HOUR, retention::run);
    }

    /** At once, and then every so often; every minute while there is no chain to read. */
    void publish(ChainHeads heads, Duration interval) {
        threads.calls().execute(() -> {
            boolean published = false;
            try {
                published = heads.publish();
            } finally {
                Duration pause = published ? interval : least(interval, MINUTE);
                if (!timer.isShutdown()) {
                    timer.schedule(() -> publish(heads, interval), pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        });
    }

    void verify(AuditVerification verification, Duration interval) {
        if (!interval.isZero()) {
            every(least(interval, LATER), interval, () -> verify(verification));
        }
    }

    private static void verify(AuditVerification verification) {
        try {
            verification.verify();
        } catch (StoreUnavailableException away) {
            LOG.atWarn().setCause(away).log("The audit could not be verified now");
        }
    }

    private void every(Duration first, Duration interval, Runnable work) {
        timer.scheduleAtFixedRate(
                () -> threads.calls().execute(work), first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
