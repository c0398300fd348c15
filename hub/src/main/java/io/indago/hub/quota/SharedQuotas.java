package io.indago.hub.quota;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.guard.QuotaLedger;
import io.indago.routes.guard.SharedPauses;
import io.indago.routes.provider.SharedFlights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What this replica shares with the others: quotas, rate limits, and who asks what. */
public final class SharedQuotas implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedQuotas.class);

    private final ReplicaIdentity identity;
    private final SharedTables tables;
    private final JdbcQuotaLedger ledger;
    private final JdbcFlights flights;
    private final ScheduledExecutorService thread = thread("hub-quotas");
    private final ScheduledExecutorService flightsThread = thread("hub-flights");

    private SharedQuotas(JdbcTemplate jdbc, ReplicaIdentity identity, Duration ahead, ObjectMapper json, Clock own) {
        this.identity = identity;
        SharedClock clock = new SharedClock(own, System::nanoTime);
        ReplicaTable replicas = new ReplicaTable(jdbc, clock, identity.id());
        LeaseTable leases = new LeaseTable(jdbc, clock, identity.id());
        tables = new SharedTables(replicas, leases, new PauseTable(jdbc), new FlightTable(jdbc, identity.id()));
        ledger = new JdbcQuotaLedger(leases, tables.pauses(), clock, replicas::count, ahead, thread);
        flights = new JdbcFlights(
                tables.flights(), () -> replicas.count() > 1 && !ledger.isAway(), flightsThread, json, own);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * Begins to share.
     *
     * @param data where this replica keeps who it is
     * @param ahead how long before it is needed it leases, while it is alone
     * @param json writes and reads answers
     * @param own this machine's clock
     */
    public static SharedQuotas open(JdbcTemplate jdbc, Path data, Duration ahead, ObjectMapper json, Clock own) {
        SharedQuotas shared = new SharedQuotas(jdbc, ReplicaIdentity.in(data), ahead, json, own);
        try {
            shared.tables.replicas().beat();
            shared.tables.leases().takeBack();
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("because", away.getMessage()).log("Shared quotas can't be read yet");
        }
        return shared;
    }

    /** What is leased where. */
    public QuotaLedger ledger() {
        return ledger;
    }

    /** What the others ask. */
    public SharedFlights flights() {
        return flights;
    }

    /** Where the others are told of rate limits. */
    public SharedPauses announcements() {
        return ledger;
    }

    /** Looks after what the guards lease. */
    public QuotaUpkeep upkeep(ProviderGuards guards) {
        return new QuotaUpkeep(tables, ledger, guards, thread);
    }

    /** Another process may be this replica then. */
    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        flightsThread.shutdownNow();
        identity.close();
    }
}
