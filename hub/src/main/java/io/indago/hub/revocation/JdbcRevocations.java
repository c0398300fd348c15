package io.indago.hub.revocation;

import io.indago.routes.account.Revocations;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Revocations in PostgreSQL; all replicas are told of each once it is committed, and find it by themselves if they miss that. */
final class JdbcRevocations implements Revocations {
    private static final String TELL = "select pg_notify('" + RevocationFeed.CHANNEL + "', '')";
    private static final String HOLD = """
            insert into accounting.revocation as r (subject, held, not_before, expires_at)
            values (?, true, 'epoch', now() + ? * interval '1 second')
            on conflict (subject) do update set held = true, expires_at = excluded.expires_at
            where not r.held
            """;
    private static final String HOLD_ON = """
            update accounting.revocation set expires_at = now() + ? * interval '1 second' where subject = ?
            """;
    private static final String SETTLE = """
            insert into accounting.revocation as r (subject, held, not_before, expires_at)
            values (?, false, ?, now() + ? * interval '1 second')
            on conflict (subject) do update set held = false,
                not_before = greatest(r.not_before, excluded.not_before), expires_at = excluded.expires_at
            """;

    private final JdbcTemplate jdbc;
    private final long seconds;

    /** @param longest the longest life of a token */
    JdbcRevocations(JdbcTemplate jdbc, Duration longest) {
        this.jdbc = jdbc;
        this.seconds = longest.toSeconds();
    }

    @Override
    public boolean hold(String subject) throws StoreUnavailableException {
        return write(() -> {
            jdbc.update("delete from accounting.revocation where expires_at < now()");
            boolean isNew = jdbc.update(HOLD, subject, seconds) > 0;
            if (!isNew) {
                jdbc.update(HOLD_ON, seconds, subject);
            }
            return isNew;
        });
    }

    @Override
    public void settle(String subject, Instant issuedUntil) throws StoreUnavailableException {
        write(() -> jdbc.update(SETTLE, subject, Timestamp.from(issuedUntil), seconds));
    }

    @Override
    public void release(String subject) throws StoreUnavailableException {
        write(() -> jdbc.update("update accounting.revocation set held = false where subject = ?", subject));
    }

    private interface Work<T> {
        T run();
    }

    private <T> T write(Work<T> work) throws StoreUnavailableException {
        try {
            T done = work.run();
            jdbc.query(TELL, row -> {});
            return done;
        } catch (DataAccessException away) {
            throw new StoreUnavailableException("PostgreSQL can't be written", away);
        }
    }
}
