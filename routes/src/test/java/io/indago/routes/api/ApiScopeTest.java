package io.indago.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiScopeTest {

    @ParameterizedTest
    @CsvSource({
        "mon, mon, true",
        "mon, mon:read, true",
        "mon:read, mon:read, true",
        "mon:read, mon, false",
        "mon, users, false",
        "mon, tasks, false",
        "mon:read, users, false",
        "users, mon:read, false",
        "tasks, mon:read, false",
        "mon:, mon:read, false"
    })
    void letsWhoMayChangeAlsoLookAndNotTheOtherWayRound(String held, String needed, boolean covered) {
        assertThat(ApiScope.covers(held, needed)).isEqualTo(covered);
    }
}
