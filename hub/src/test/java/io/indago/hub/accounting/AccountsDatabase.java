package io.indago.hub.accounting;

import com.zaxxer.hikari.HikariDataSource;
import io.indago.local.LocalPostgres;
import io.indago.routes.events.JsonMapping;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts' tables in a real PostgreSQL, and nothing else of the hub; empty before every test. */
public final class AccountsDatabase implements CloseableResource {
    private final LocalPostgres postgres =
            LocalPostgres.start(Path.of("target/accounts").toAbsolutePath());
    private final HikariDataSource source = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);

    private AccountsDatabase() {
        source.setJdbcUrl(postgres.url());
        source.setUsername(postgres.user());
        source.setPassword(postgres.password());
        source.setMaximumPoolSize(8);
        source.setConnectionTimeout(2_000);
        source.setConnectionInitSql("set synchronous_commit = off");
        anew("latest");
    }

    private void empty() {
        new JdbcTemplate(owner())
                .execute("truncate accounting.request, accounting.provider_call, accounting.request_day,"
                        + " accounting.provider_day");
    }

    /** Takes everything away, and migrates as far as that version. */
    public void anew(String version) {
        JdbcTemplate owner = new JdbcTemplate(owner());
        owner.execute("drop schema if exists accounting cascade");
        owner.execute("drop schema if exists audit cascade");
        flyway().target(version).load().migrate();
    }

    /** Brings it to the version there is now, with what is in it. */
    public void migrate() {
        flyway().load().migrate();
    }

    /** The hub's migrations, to be taken one after another. */
    org.flywaydb.core.api.configuration.FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(owner())
                .schemas("accounting")
                .defaultSchema("accounting")
                .placeholders(Map.of("application-role", postgres.user()));
    }

    public DataSource owner() {
        return new DriverManagerDataSource(postgres.url(), postgres.owner(), postgres.ownerPassword());
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    JdbcAccountingStore store() {
        return new JdbcAccountingStore(jdbc, transaction(), JsonMapping.mapper());
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    LocalPostgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        source.close();
        postgres.close();
    }

    /** Starts it once for all classes. */
    public static final class Extension implements BeforeEachCallback, ParameterResolver {

        @Override
        public void beforeEach(ExtensionContext context) {
            of(context).empty();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == AccountsDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }

        private static AccountsDatabase of(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(AccountsDatabase.class))
                    .getOrComputeIfAbsent(
                            AccountsDatabase.class, key -> new AccountsDatabase(), AccountsDatabase.class);
        }
    }
}
