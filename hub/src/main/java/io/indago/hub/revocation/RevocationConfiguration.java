package io.indago.hub.revocation;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.account.Revocations;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts revocation together. */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {
    /** How far clocks may be apart, and how long a change may take. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(500);

    @Bean
    RevocationList revocationList() {
        return new RevocationList(System::nanoTime);
    }

    @Bean
    Revocations revocations(JdbcTemplate jdbc, IndagoProperties settings) {
        return new JdbcRevocations(jdbc, settings.auth().longestToken().plus(MARGIN));
    }

    @Bean
    RevocationFeed revocationFeed(JdbcConnectionDetails database, RevocationList list) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.CONNECT_TIMEOUT.set(properties, 2);
        PGProperty.LOGIN_TIMEOUT.set(properties, 2);
        PGProperty.SOCKET_TIMEOUT.set(properties, 2);
        PGProperty.APPLICATION_NAME.set(properties, "indago-revocations");
        return new RevocationFeed(() -> DriverManager.getConnection(database.getJdbcUrl(), properties), list, POLL);
    }
}
