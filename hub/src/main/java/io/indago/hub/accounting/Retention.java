package io.indago.hub.accounting;

import io.indago.hub.store.LongWork;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the accounts' months ahead, and forgets: addresses and user agents first, then rows, never what was used. Each of
 * it is done by one replica at a time, a little in each transaction. It says how long things are kept; since when is the database's to
 * say, for what a hub with a wrong clock took away would never come back.
 */
final class Retention {
    private static final int MONTHS_AHEAD = 3;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtext('accounting.retention'), hashtext(?))";
    private static final String FORGET_ADDRESSES = """
            update accounting.request set address = accounting.network_of(address), user_agent = ''
            where id in (
                select id from accounting.request
                where id < accounting.id_at(now() - make_interval(secs => ?))
                    and (user_agent <> '' or (address <> '' and position('/' in address) = 0))
                order by id limit ?)
            """;
    private static final String FORGET_DELIVERIES =
            "delete from accounting.delivery where at < accounting.oldest_month(?)::timestamp at time zone 'UTC'";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Duration addresses;
    private final int months;

    /**
     * @param addresses how long addresses and user agents are kept
     * @param months how many months rows are kept, beside the one that is not over
     */
    Retention(JdbcTemplate jdbc, TransactionTemplate transaction, Duration addresses, int months) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
        try {
            return new Done(
                    alone("select accounting.make_partitions(?)", MONTHS_AHEAD),
                    forgetAddresses(),
                    alone("select accounting.drop_partitions(?)", months),
                    transaction.execute(
                            status -> mayWork(FORGET_DELIVERIES) ? jdbc.update(FORGET_DELIVERIES, months) : 0));
        } catch (DataAccessException | TransactionException away) {
            throw new StoreUnavailableException("the accounts can't be tidied", away);
        }
    }

    private int forgetAddresses() {
        int all = 0;
        int some;
        do {
            some = transaction.execute(status ->
                    mayWork(FORGET_ADDRESSES) ? jdbc.update(FORGET_ADDRESSES, addresses.toSeconds(), ROWS_AT_ONCE) : 0);
            all += some;
        } while (some == ROWS_AT_ONCE);
        return all;
    }

    private int alone(String function, int count) {
        return transaction.execute(
                status -> mayWork(function) ? jdbc.queryForObject(function, Integer.class, count) : 0);
    }

    /**
     * Whether no other replica is at the same; if so, what follows may take long. Were one lock for all of it, everybody could pass
     * over something because somebody else is at something else.
     */
    private boolean mayWork(String work) {
        return Boolean.TRUE.equals(LongWork.query(jdbc, patient -> patient.queryForObject(ALONE, Boolean.class, work)));
    }
}
