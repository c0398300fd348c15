package io.indago.bench;

import io.indago.local.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What accounting has stored of a hub's lookups. */
record Accounts(long answered, long calls) {

    static Accounts of(LocalStack stack) {
        try (Connection connection = DriverManager.getConnection(
                        stack.postgresUrl(), stack.postgresUser(), stack.postgresPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from accounting.request
                                 where stage = 2 and status = 200 and indicator_value is not null),
                               (select count(*) from accounting.provider_call)
                        """)) {
            row.next();
            return new Accounts(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
