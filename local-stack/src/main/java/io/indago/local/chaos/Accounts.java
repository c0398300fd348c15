package io.indago.local.chaos;

import io.indago.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Accounting as it is in PostgreSQL, read without the hub. */
final class Accounts {
    private static final String ROWS = """
            select request.id::text, request.indicator_value, request.stage, count(call.provider),
                   coalesce(sum(call.calls), 0),
                   coalesce(request.completed_at < request.started_at or bool_or(call.took_ms < 0), false)
              from accounting.request left join accounting.provider_call call on call.request_id = request.id
             where request.indicator_value like '%.' || ?
             group by request.id, request.started_at, request.indicator_value, request.stage,
                request.completed_at
            """;
    private static final List<String> LOOKUPS = List.of(
            "select 'request ' || t from accounting.request t where indicator_value is not null",
            "select 'provider_call ' || t from accounting.provider_call t",
            "select 'request_day ' || t from accounting.request_day t where indicator_type <> ''",
            "select 'provider_day ' || t from accounting.provider_day t");

    private final LocalStack stack;

    Accounts(LocalStack stack) {
        this.stack = stack;
    }

    /** The rows of all values with that end. */
    List<Row> rows(String suffix) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setString(1, suffix);
            ResultSet found = query.executeQuery();
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1),
                        found.getString(2),
                        found.getInt(3),
                        found.getInt(4),
                        found.getInt(5),
                        found.getBoolean(6)));
            }
            return rows;
        }
    }

    /** All there is of lookups, in words; the same as long as nobody makes any. */
    Set<String> everything() throws SQLException {
        Set<String> all = new HashSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String lookups : LOOKUPS) {
                ResultSet found = statement.executeQuery(lookups);
                while (found.next()) {
                    all.add(found.getString(1));
                }
            }
        }
        return all;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", stack.postgresUser());
        properties.setProperty("password", stack.postgresPassword());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(stack.postgresUrl(), properties);
    }
}
