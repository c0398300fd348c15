package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that lack nothing, and that PostgreSQL never takes. */
@ExtendWith(AccountsDatabase.Extension.class)
class RefusedEventsIT {
    private final AccountsDatabase database;
    private final JdbcAccountingStore store;

    RefusedEventsIT(AccountsDatabase database) {
        this.database = database;
        store = database.store();
    }

    static List<AccountingEvent> events() {
        return List.of(
                event(Instant.now(), noise(20_000)), // longer than an index takes
                event(Instant.now(), "alice\u0000"),
                event(Instant.MAX, "alice"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isRefusedAndNotTakenForAnOutage(AccountingEvent event) {
        assertThatThrownBy(() -> store.store(List.of(event))).isInstanceOf(RefusedEventException.class);
    }

    @Test
    void aGoodOneIsStored() throws Exception {
        store.store(List.of(event(Instant.now(), "alice")));

        assertThat(database.jdbc().queryForObject("select username from accounting.request", String.class))
                .isEqualTo("alice");
    }

    private static AccountingEvent event(Instant at, String username) {
        Instant now = Instant.now();
        return new AccountingEvent(
                AccountingEvent.SCHEMA,
                Stage.COMPLETED,
                RandomEvents.id(now, new Random()),
                at,
                at,
                "s",
                username,
                "c",
                Optional.empty(),
                new Request("GET", "/api/me", Map.of(), "127.0.0.1", ""),
                Optional.empty(),
                Optional.of(new Answer(200, 1, now)));
    }

    /** Letters that can't be compressed. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        new Random(length).ints(length, 'a', 'z' + 1).forEach(noise::appendCodePoint);
        return noise.toString();
    }
}
