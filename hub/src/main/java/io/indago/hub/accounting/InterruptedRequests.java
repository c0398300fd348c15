package io.indago.hub.accounting;

import io.indago.hub.config.IndagoProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Marks lookups that began and never ended: their hub was killed. Whether the end has merely not come here yet is not
 * asked, for it still completes the row when it comes. Hubs may do this all at once: each row is marked by one of them.
 */
@Component
final class InterruptedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedRequests.class);
    private static final int TOGETHER = 1_000;
    /** In the order of ids and around what others hold, so that nobody who stores waits for it. */
    static final String MARK = """
            update accounting.request set stage = 1 where stage = 0 and id in (
                select id from accounting.request
                where stage = 0 and started_at < ? and id >= accounting.id_from(?)
                order by id limit ? for update skip locked)
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration age;

    InterruptedRequests(JdbcTemplate jdbc, IndagoProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        age = settings.lookup().longestDeadline().plus(settings.accounting().interruptedAfter());
    }

    /** The usual ones. */
    @Scheduled(
            initialDelayString = "${indago.accounting.interrupted-after:1m}",
            fixedDelayString = "${indago.accounting.interrupted-after:5m}")
    void markRecent() {
        mark(today().minusDays(1));
    }

    /** Those that came late, after a long outage. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    void markAll() {
        mark(today().minusYears(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void mark(LocalDate from) {
        Instant before = clock.instant().minus(age);
        try {
            int marked = TOGETHER;
            while (marked == TOGETHER) {
                marked = jdbc.update(MARK, Timestamp.from(before), from, TOGETHER);
                if (marked > 0) {
                    LOG.atInfo().addKeyValue("requests", marked).log("Lookups that never ended are interrupted");
                }
            }
        } catch (DataAccessException away) {
            LOG.atWarn().addKeyValue("cause", away.getMessage()).log("Interrupted lookups can't be marked now");
        }
    }
}
