package io.indago.hub.audit;

import io.indago.hub.store.LongWork;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditOutcome;
import io.indago.routes.audit.AuditTrail;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has the database forget what it has kept for long enough: addresses first, then entries. The hub's role can do neither by
 * itself, and the database refuses to forget what is too young, so the hub's own clock has no say in it.
 */
public final class AuditRetention {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    private final JdbcTemplate jdbc;
    private final AuditTrail trail;
    private final Duration addresses;
    private final int months;

    /**
     * @param addresses how long addresses are kept, in whole days
     * @param months how many months entries are kept
     */
    public AuditRetention(JdbcTemplate jdbc, AuditTrail trail, Duration addresses, int months) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.addresses = addresses;
        this.months = months;
    }

    /** What could not be forgotten now will be the next time. */
    public void run() {
        try {
            long truncated = ask("select audit.forget_addresses(?)", Math.toIntExact(addresses.toDays()));
            long deleted = ask("select audit.expire(?)", months);
            if (truncated + deleted > 0) {
                LOG.atInfo()
                        .addKeyValue("addressesForgotten", truncated)
                        .addKeyValue("entriesDeleted", deleted)
                        .log("The audit is tidied");
            }
            if (deleted > 0) {
                Map<String, String> what =
                        Map.of("entries", Long.toString(deleted), "months", Integer.toString(months));
                trail.tell(AuditActor.HUB, "audit.expire", "", AuditOutcome.DONE, what);
            }
        } catch (DataAccessException away) {
            LOG.atWarn().setCause(away).log("The audit can't be tidied now; tried again in an hour");
        }
    }

    private long ask(String function, int kept) {
        return LongWork.query(jdbc, patient -> patient.queryForObject(function, Long.class, kept));
    }
}
