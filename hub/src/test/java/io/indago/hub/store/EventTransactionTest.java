package io.indago.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class EventTransactionTest {
    private final List<String> ends = new ArrayList<>();
    private final EventTransaction transaction = new EventTransaction(new TransactionTemplate(new Transactions()));

    @Test
    void whatCanBeWrittenIsCommitted() throws Exception {
        transaction.run(() -> ends.add("written"));

        assertThat(ends).containsExactly("written", "committed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53100", "57P01", "25006", "42P01"})
    void whatPostgresqlCantDoNowIsForAnotherTime(String state) {
        assertThatThrownBy(() -> transaction.run(() -> fail(state))).isInstanceOf(StoreUnavailableException.class);
        assertThat(ends).containsExactly("rolled back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05", "23502", "23514", "54000", "54001"})
    void whatItNeverDoesIsRefused(String state) {
        assertThatThrownBy(() -> transaction.run(() -> fail(state))).isInstanceOf(RefusedEventException.class);
        assertThat(ends).containsExactly("rolled back");
    }

    @Test
    void whatWeCantWriteIsRefusedToo() {
        IllegalArgumentException year = new IllegalArgumentException("no such year");

        assertThatThrownBy(() -> transaction.run(() -> {
                    throw year;
                }))
                .isInstanceOf(RefusedEventException.class)
                .hasCause(year);
        assertThat(ends).containsExactly("rolled back");
    }

    @Test
    void aDatabaseThatIsAwayRefusesNothing() {
        EventTransaction away = new EventTransaction(new TransactionTemplate(new Transactions() {
            @Override
            protected void doBegin(Object any, TransactionDefinition definition) {
                throw new CannotCreateTransactionException("away");
            }
        }));

        assertThatThrownBy(() -> away.run(() -> {})).isInstanceOf(StoreUnavailableException.class);
    }

    /** As JdbcTemplate does. */
    private static void fail(String state) {
        SQLException failure = new SQLException("so it is", state);
        throw Optional.ofNullable(new SQLStateSQLExceptionTranslator().translate("insert", "…", failure))
                .orElseGet(() -> new UncategorizedSQLException("insert", "…", failure));
    }

    private class Transactions extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return ends;
        }

        @Override
        protected void doBegin(Object any, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            ends.add("committed");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ends.add("rolled back");
        }
    }
}
