package io.indago.routes.journal;

import io.indago.routes.journal.JournalSettings.Sync;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/**
 * Entries in an SQLite file with a write-ahead log: what was written in one go is there after a crash, whole or not at all.
 * Written by one thread.
 */
final class JournalFile implements AutoCloseable {
    private static final int VERSION = 1;
    private static final String INSERT = "insert into entry (number, at, topic, key, value) values (?, ?, ?, ?, ?)";
    private static final int PAGE_BYTES = 4_096;
    /** More room than this is given back while there is nothing else to do. */
    private static final int IDLE_PAGES = 4_096;

    /** So much room has to be there to go on after there was none, that it is not gone at once. */
    private static final long ROOM_TO_GO_ON = 1 << 20;

    private final Connection connection;
    private final Clock clock;
    private final long trialBytes;
    private long last;

    private JournalFile(Connection connection, Clock clock, long trialBytes) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        this.trialBytes = trialBytes;
        last = number("select coalesce(max(number), 0) from entry");
    }

    /** @throws JournalBrokenException when it can't be read or written, or is a later hub's */
    static JournalFile open(Path file, Sync sync, long maxBytes, Clock clock) {
        try {
            Connection connection = source(file).getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma page_size = " + PAGE_BYTES);
                statement.execute("pragma auto_vacuum = incremental");
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = " + (sync == Sync.DISK ? "full" : "normal"));
                statement.execute("pragma max_page_count = " + Math.max(64, maxBytes / PAGE_BYTES));
                prepare(statement);
                return new JournalFile(connection, clock, Math.min(ROOM_TO_GO_ON, maxBytes / 8));
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new JournalBrokenException("the journal " + file + " can't be opened", failure);
        }
    }

    static SQLiteDataSource source(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void prepare(Statement statement) throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            version = row.getInt(1);
        }
        if (version > VERSION) {
            throw new JournalBrokenException("the journal is of a later hub (" + version + ")", null);
        }
        statement.execute("""
                create table if not exists entry (number integer primary key, at integer not null,
                    topic text not null, key text not null, value blob not null)
                """);
        statement.execute("create table if not exists trial (number integer primary key, room blob not null)");
        statement.execute("pragma user_version = " + VERSION);
    }

    /**
     * Adds the entries and forgets those up to a number, all or nothing.
     *
     * @return the number of the last one
     */
    long write(List<JournalEntry> entries, long forgotten) throws SQLException {
        inOneGo(() -> {
            forget(forgotten);
            add(entries);
        });
        last += entries.size();
        return last;
    }

    /** Statements are made anew each time: the driver closes them when they fail. */
    private void forget(long through) throws SQLException {
        if (through > 0) {
            try (PreparedStatement delete = connection.prepareStatement("delete from entry where number <= ?")) {
                delete.setLong(1, through);
                delete.executeUpdate();
            }
        }
    }

    private void add(List<JournalEntry> entries) throws SQLException {
        long number = last;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(2, clock.millis());
            for (JournalEntry entry : entries) {
                insert.setLong(1, ++number);
                insert.setString(3, entry.topic());
                insert.setString(4, entry.key());
                insert.setBytes(5, entry.value());
                insert.executeUpdate();
            }
        }
    }

    /** Gives back the log's room. */
    void checkpoint() throws SQLException {
        execute("pragma wal_checkpoint(truncate)");
    }

    /** Writes something that needs as much room as going on does, and takes it away again. */
    void tryOut() throws SQLException {
        inOneGo(() -> execute("insert or replace into trial values (1, zeroblob(" + trialBytes + "))"));
        inOneGo(() -> execute("delete from trial"));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /** The driver's own transactions lose count when SQLite ends one by itself, as it does when the disk is full. */
    private void inOneGo(Work work) throws SQLException {
        execute("begin immediate");
        try {
            work.run();
            execute("commit");
        } catch (Throwable failure) {
            try {
                execute("rollback");
            } catch (SQLException ended) {
                failure.addSuppressed(ended);
            }
            throw failure;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives back to the disk some of what a long outage has taken. */
    void shrink() throws SQLException {
        if (number("pragma freelist_count") > IDLE_PAGES) {
            execute("pragma incremental_vacuum(" + IDLE_PAGES / 4 + ")");
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
