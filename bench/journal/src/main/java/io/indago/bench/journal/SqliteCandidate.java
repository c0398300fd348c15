package io.indago.bench.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQLite with a write-ahead log; a batch is a transaction. */
final class SqliteCandidate implements Candidate {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private long last;
    private long trimmed;

    SqliteCandidate(Path folder, Sync sync) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = " + (sync == Sync.DISK ? "full" : "normal"));
            statement.execute("create table if not exists entry (id integer primary key, value blob not null)");
            try (ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from entry")) {
                last = row.getLong(1);
            }
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into entry values (?, ?)");
        delete = connection.prepareStatement("delete from entry where id <= ?");
    }

    @Override
    public void append(List<byte[]> records) throws SQLException {
        for (byte[] record : records) {
            insert.setLong(1, ++last);
            insert.setBytes(2, record);
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
    }

    /** Without a commit of its own: it rides with the next batch. */
    @Override
    public void trim(int records) throws SQLException {
        trimmed += records;
        delete.setLong(1, trimmed);
        delete.executeUpdate();
    }

    @Override
    public List<byte[]> all() throws SQLException {
        List<byte[]> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select value from entry order by id")) {
            while (rows.next()) {
                all.add(rows.getBytes(1));
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
