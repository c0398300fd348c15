package io.indago.routes.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the journal beside the one that writes it. */
final class JournalReader implements AutoCloseable {
    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 4 << 20;

    private static final String NEXT =
            "select number, at, topic, key, value from entry where number > ? order by number limit " + MOST_ENTRIES;

    private final Connection connection;

    private JournalReader(Connection connection) {
        this.connection = connection;
    }

    static JournalReader open(Path file) {
        try {
            return new JournalReader(JournalFile.source(file).getConnection());
        } catch (SQLException failure) {
            throw new JournalBrokenException("the journal " + file + " can't be read", failure);
        }
    }

    /** The oldest entries after that number, as many as are sent together. */
    List<StoredEntry> after(long number) throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setLong(1, number);
            try (ResultSet row = next.executeQuery()) {
                while (bytes < MOST_BYTES && row.next()) {
                    StoredEntry entry = entry(row);
                    bytes += entry.entry().value().length;
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                new JournalEntry(row.getString("topic"), row.getString("key"), row.getBytes("value")));
    }

    /** What is left from before. */
    Holdings holdings() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), coalesce(sum(length(value)), 0), coalesce(min(at), -1) from entry")) {
            Optional<Instant> oldest =
                    Optional.of(row.getLong(3)).filter(at -> at >= 0).map(Instant::ofEpochMilli);
            return new Holdings(row.getLong(1), row.getLong(2), oldest);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
