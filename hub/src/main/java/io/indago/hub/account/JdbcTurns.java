package io.indago.hub.account;

import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.Turns;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Turns by a lock of PostgreSQL, which ends with the connection that has it. */
final class JdbcTurns implements Turns {
    /** "indago" and a number of ours. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(1768842337, 1)";

    private final DataSource database;

    JdbcTurns(DataSource database) {
        this.database = database;
    }

    /** On a connection of its own, so that what the work writes is committed as it is written. */
    @Override
    public boolean take(Work work) throws DirectoryException, StoreUnavailableException, RefusedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!isFree(connection)) {
                    return false;
                }
                work.run();
                return true;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException away) {
            throw new StoreUnavailableException("PostgreSQL can't be used", away);
        }
    }

    private static boolean isFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
