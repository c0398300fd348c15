package io.indago.hub.accounting;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of many rows, handed to one statement as an array: {@code insert … select … from unnest(?, ?)}. One statement
 * for a batch, and not one per row, is what makes triggers per statement cheap.
 *
 * @param type the elements' type in PostgreSQL
 * @param value a row's value; anything but a number is sent as its text
 */
record BatchColumn<R>(String type, Function<R, @Nullable Object> value) {

    private Array of(Connection connection, List<R> rows) throws SQLException {
        return connection.createArrayOf(
                type, rows.stream().map(value).map(BatchColumn::sent).toArray());
    }

    private static @Nullable Object sent(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** Sets the statement's parameters, one per column. */
    static <R> void set(PreparedStatement statement, List<BatchColumn<R>> columns, List<R> rows) throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            statement.setArray(column + 1, columns.get(column).of(statement.getConnection(), rows));
        }
    }
}
