package io.indago.hub.revocation;

import io.indago.hub.revocation.RevocationList.Rule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the {@link RevocationList} like the database, over a connection of its own: told at once of what is written, and
 * reading it every half second all the same. Has tried to read it once before the first request is served. Whatever goes wrong it
 * goes on, for a feed that ended would let those in who were disabled since.
 */
final class RevocationFeed implements SmartLifecycle {
    static final String CHANNEL = "indago_revocation";

    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);

    private final Connections connections;
    private final RevocationList list;
    private final int pollMillis;
    private volatile boolean running;
    private boolean away;
    private Thread thread = new Thread();

    /** @param poll how often the database is read when it tells nothing */
    RevocationFeed(Connections connections, RevocationList list, Duration poll) {
        this.connections = connections;
        this.list = list;
        this.pollMillis = (int) poll.toMillis();
    }

    /** Opens connections whose reads end in time. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    @Override
    public void start() {
        running = true;
        try (Connection first = connections.open()) {
            read(first);
        } catch (SQLException | RuntimeException notYet) {
            lost(notYet);
        }
        thread = new Thread(this::follow, "revocations");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (running) {
            try (Connection connection = connections.open()) {
                listen(connection);
            } catch (SQLException | RuntimeException failure) {
                lost(failure);
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (running) {
            read(connection);
            notified.getNotifications(pollMillis);
        }
    }

    private void read(Connection connection) throws SQLException {
        long asked = System.nanoTime();
        Map<String, Rule> rules = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select subject, held, not_before from accounting.revocation where expires_at > now()")) {
            while (row.next()) {
                rules.put(
                        row.getString("subject"),
                        new Rule(
                                row.getBoolean("held"),
                                row.getTimestamp("not_before").toInstant()));
            }
        }
        list.replace(rules, asked);
        if (away) {
            away = false;
            LOG.info("Whose tokens are revoked can be read again");
        }
    }

    private void lost(Exception failure) {
        list.lost();
        if (!away) {
            away = true;
            LOG.warn(
                    "Whose tokens are revoked can't be read; what was known last holds, and nothing is administered: {}",
                    failure.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(pollMillis);
        } catch (InterruptedException ended) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and after it when the hub stops. */
    @Override
    public int getPhase() {
        return 0;
    }
}
