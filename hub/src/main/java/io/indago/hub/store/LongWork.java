package io.indago.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Statements that may take longer than the pool's connections wait for an answer. */
public final class LongWork {
    private static final int PATIENCE_MILLIS = 600_000;

    private LongWork() {}

    /** Does that; in a transaction, on its connection, whose later statements may then take long as well. */
    public static <T> @Nullable T query(JdbcTemplate jdbc, Function<JdbcTemplate, @Nullable T> work) {
        return jdbc.execute((ConnectionCallback<T>) connection -> work.apply(patient(connection)));
    }

    /** The pool takes the patience away when the connection comes back to it. */
    private static JdbcTemplate patient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }
}
