package io.indago.hub.accounting;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the accounts' months ahead, and forgets: addresses and user agents first, then rows, never what was used. One
 * replica at a time does it, a little in each transaction.
 */
final class Retention {
    private static final int MONTHS_AHEAD = 3;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('accounting.retention'))";
    private static final String FORGET_ADDRESSES = """
            update accounting.request set address = accounting.network_of(address), user_agent = ''
            where id in (
                select id from accounting.request
                where id < ? and (user_agent <> '' or (address <> '' and position('/' in address) = 0))
                order by id limit ?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration addresses;
    private final int months;

    /**
     * @param addresses how long addresses and user agents are kept
     * @param months how many months rows are kept, beside the one that is not over
     */
    Retention(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock, Duration addresses, int months) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.addresses = addresses;
        this.months = months;
    }

    /**
     * What was done.
     *
     * @param made months made ahead
     * @param addresses requests whose address and user agent were forgotten
     * @param dropped months dropped
     * @param deliveries deliveries forgotten
     */
    record Done(int made, int addresses, int dropped, int deliveries) {
        boolean isNothing() {
            return made + addresses + dropped + deliveries == 0;
        }
    }

    Done run() throws StoreUnavailableException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate oldest = today.withDayOfMonth(1).minusMonths(months);
        Timestamp oldestDelivery = Timestamp.from(oldest.atStartOfDay().toInstant(ZoneOffset.UTC));
        try {
            return new Done(
                    alone("select accounting.make_partitions(?)", today.plusMonths(MONTHS_AHEAD)),
                    forgetAddresses(new UUID(now.minus(addresses).toEpochMilli() << 16, 0)),
                    alone("select accounting.drop_partitions(?)", oldest),
                    transaction.execute(status -> mayWork()
                            ? jdbc.update("delete from accounting.delivery where at < ?", oldestDelivery)
                            : 0));
        } catch (DataAccessException | TransactionException away) {
            throw new StoreUnavailableException("the accounts can't be tidied", away);
        }
    }

    private int forgetAddresses(UUID before) {
        int all = 0;
        int some;
        do {
            some = transaction.execute(status -> mayWork() ? jdbc.update(FORGET_ADDRESSES, before, ROWS_AT_ONCE) : 0);
            all += some;
        } while (some == ROWS_AT_ONCE);
        return all;
    }

    private int alone(String function, LocalDate day) {
        return transaction.execute(status -> mayWork() ? jdbc.queryForObject(function, Integer.class, day) : 0);
    }

    /** Whether no other replica is at it. */
    private boolean mayWork() {
        return Boolean.TRUE.equals(jdbc.queryForObject(ALONE, Boolean.class));
    }
}
