package io.indago.hub.accounting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the column {@code cost}: a sum of nothing is null, and costs nothing. */
final class Cost {
    private Cost() {}

    static BigDecimal of(ResultSet row) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        return cost == null ? BigDecimal.ZERO : cost;
    }
}
