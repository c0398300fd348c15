package io.indago.hub.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says at the start when the hub's own role could change the audit, as it can where it owns the tables. */
@Component
final class AuditProtection implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(AuditProtection.class);
    private static final String MAY_CHANGE = "select has_table_privilege('audit.entry', 'UPDATE, DELETE, TRUNCATE')";

    private final JdbcTemplate jdbc;

    AuditProtection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        try {
            if (Boolean.TRUE.equals(jdbc.queryForObject(MAY_CHANGE, Boolean.class))) {
                LOG.warn(
                        "The hub's role in PostgreSQL can change the audit: give the tables another owner, spring.flyway.user");
            }
        } catch (DataAccessException away) {
            LOG.atWarn().setCause(away).log("Whether the audit is protected from the hub's role is not known");
        }
    }
}
