package io.indago.hub.account;

import io.indago.routes.account.Creations;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Creations in PostgreSQL. Who claims one has a minute, longer than all its calls to Keycloak can take. */
final class JdbcCreations implements Creations {
    private static final String FREE = "claimed_at < now() - interval '1 minute'";
    private static final String CLAIMED = "finished_at is null and not " + FREE;
    /** Who was not completed in a day is nobody's half-made user any more: an administrator enables him. */
    private static final String NOT_LONG_AGO = "begun_at > now() - interval '1 day'";

    private static final String BEGIN = """
            insert into accounting.account_creation as c (username, asked_by, key, claimed_at, begun_at)
            values (?, ?, ?, now(), now())
            on conflict (username) do update set asked_by = excluded.asked_by, key = excluded.key,
                claimed_at = excluded.claimed_at, begun_at = excluded.begun_at, finished_at = null
            where c.finished_at is not null or c.
            """.strip() + FREE;
    private static final String RESUME = """
            update accounting.account_creation set asked_by = ?, key = ?, claimed_at = now()
            where username = ? and finished_at is null and
            """.strip() + " " + NOT_LONG_AGO + " and " + FREE;
    private static final String ONE = "select count(*) from accounting.account_creation where username = ? and ";

    private final JdbcTemplate jdbc;

    JdbcCreations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean begin(String username, String by, Optional<String> key) throws StoreUnavailableException {
        return kept(() -> jdbc.update(BEGIN, username, by, key.orElse(null))) > 0;
    }

    @Override
    public boolean resume(String username, String by, Optional<String> key) throws StoreUnavailableException {
        return kept(() -> jdbc.update(RESUME, by, key.orElse(null), username)) > 0;
    }

    @Override
    public boolean isUnderWay(String username) throws StoreUnavailableException {
        return any(ONE + CLAIMED, username);
    }

    @Override
    public void finish(String username) throws StoreUnavailableException {
        kept(() -> jdbc.update(
                "update accounting.account_creation set finished_at = now()"
                        + " where username = ? and finished_at is null",
                username));
    }

    @Override
    public void pause(String username) throws StoreUnavailableException {
        kept(() -> jdbc.update(
                "update accounting.account_creation set claimed_at = '-infinity' where username = ?", username));
    }

    @Override
    public void drop(String username) throws StoreUnavailableException {
        kept(() -> jdbc.update(
                "delete from accounting.account_creation where username = ? and finished_at is null", username));
    }

    @Override
    public boolean wasMadeBy(String username, String key) throws StoreUnavailableException {
        return any(ONE + "finished_at is not null and key = ?", username, key);
    }

    private boolean any(String query, Object... values) throws StoreUnavailableException {
        Integer found = kept(() -> jdbc.queryForObject(query, Integer.class, values));
        return found > 0;
    }

    private static <T> T kept(Supplier<T> work) throws StoreUnavailableException {
        try {
            return work.get();
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be used", away);
        }
    }
}
