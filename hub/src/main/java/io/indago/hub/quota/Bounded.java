package io.indago.hub.quota;

import java.util.Optional;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements that don't wait for a database that hangs. */
final class Bounded {
    private static final int PATIENCE_MILLIS = 2_000;

    private Bounded() {}

    static <T> T query(JdbcTemplate jdbc, ConnectionCallback<T> work) {
        return Optional.ofNullable(jdbc.execute((ConnectionCallback<T>) connection -> {
                    connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
                    return work.doInConnection(connection);
                }))
                .orElseThrow();
    }
}
