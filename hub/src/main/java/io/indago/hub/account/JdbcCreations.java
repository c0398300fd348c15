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
    private static final String BEGIN = """
            insert into accounting.account_creation as c (username, asked_by, key, claimed_at)
            values (?, ?, ?, now())
            on conflict (username) do update set asked_by = excluded.asked_by, key = excluded.key,
                claimed_at = excluded.claimed_at, finished_at = null
            where c.finished_at is not null or c.
            """.strip() + FREE;
    private static final String RESUME = """
            update accounting.account_creation set asked_by = ?, key = ?, claimed_at = now()
            where username = ? and finished_at is null and
            """ + FREE;

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
    public void finish(String username) throws StoreUnavailableException {
        kept(() ->
                jdbc.update("update accounting.account_creation set finished_at = now() where username = ?", username));
    }

    @Override
    public void pause(String username) throws StoreUnavailableException {
        kept(() -> jdbc.update(
                "update accounting.account_creation set claimed_at = '-infinity' where username = ?", username));
    }

    @Override
    public boolean wasMadeBy(String username, String key) throws StoreUnavailableException {
        String made = "select count(*) from accounting.account_creation where username = ? and key = ?";
        Integer found = kept(() -> jdbc.queryForObject(made, Integer.class, username, key));
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
