package io.indago.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.indago.hub.quota.Gate;
import io.indago.hub.store.LongWork;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A way to PostgreSQL that goes dead without a word, as when a machine between loses its power; with the hub's own pool. */
@ExtendWith(AccountsDatabase.Extension.class)
class SilentDatabaseIT {
    private final AccountsDatabase database;
    private final HikariDataSource pool = new HikariDataSource();
    private final List<AccountingEvent> events =
            new RandomEvents(7, Instant.now(), Duration.ofMinutes(1)).ofRequests(20);
    private Gate gate;

    SilentDatabaseIT(AccountsDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void connect() throws IOException {
        URI url = URI.create(database.postgres().url().substring("jdbc:".length()));
        gate = new Gate(url.getPort());
        new Binder(ConfigurationPropertySources.from(
                        new YamlPropertySourceLoader().load("hub", new ClassPathResource("application.yml"))))
                .bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setJdbcUrl("jdbc:postgresql://localhost:" + gate.port() + url.getPath());
        pool.setUsername(database.postgres().user());
        pool.setPassword(database.postgres().password());
        hurry();
    }

    /** The same, in a thirtieth of the time. */
    private void hurry() {
        if (pool.getDataSourceProperties().containsKey("socketTimeout")) {
            pool.addDataSourceProperty("socketTimeout", "2");
        }
        if (pool.getConnectionInitSql() != null) {
            pool.setConnectionInitSql(pool.getConnectionInitSql().replace("60s", "2s"));
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        gate.close();
        pool.close();
    }

    @Test
    void whoStoresGoesOnByItself() throws Exception {
        JdbcAccountingStore store = store();
        store.store(events.subList(0, 5));
        gate.hush();

        CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> {
            assertThatThrownBy(() -> store.store(events)).isInstanceOf(StoreUnavailableException.class);
        });
        hanging.get(20, TimeUnit.SECONDS);
        gate.unhush();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> store.store(events));
        assertThat(rows()).isEqualTo(ids());
    }

    @Test
    void whatWasLockedByThenIsFreedByTheServer() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        CompletableFuture<Void> hanging =
                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                            jdbc.execute("lock table accounting.request");
                            gate.hush();
                            jdbc.execute("select 1");
                        }))
                        .isInstanceOf(RuntimeException.class));
        hanging.get(20, TimeUnit.SECONDS);
        gate.unhush();

        JdbcAccountingStore store = store();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> store.store(events));
        assertThat(rows()).isEqualTo(ids());
    }

    @Test
    void whatTakesLongIsWaitedFor() {
        JdbcTemplate jdbc = new JdbcTemplate(pool);

        Integer answer =
                LongWork.query(jdbc, patient -> patient.queryForObject("select 7 from pg_sleep(3)", Integer.class));
        assertThat(answer).isEqualTo(7);
        assertThatThrownBy(() -> jdbc.queryForObject("select 7 from pg_sleep(3)", Integer.class))
                .as("and only that")
                .isInstanceOf(RuntimeException.class);
    }

    private JdbcAccountingStore store() {
        return new JdbcAccountingStore(
                new JdbcTemplate(pool),
                new TransactionTemplate(new DataSourceTransactionManager(pool)),
                JsonMapping.mapper());
    }

    private long rows() {
        return database.jdbc().queryForObject("select count(*) from accounting.request", Long.class);
    }

    private long ids() {
        return events.stream().map(AccountingEvent::id).distinct().count();
    }
}
