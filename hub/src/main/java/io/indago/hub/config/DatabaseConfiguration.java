package io.indago.hub.config;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the database's connections is not a setting. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** A migration takes as long as it takes: it gets a connection without the time-out of the pool's, whoever migrates. */
    @Bean
    FlywayConfigurationCustomizer patientMigrations(DataSource pool, JdbcConnectionDetails database) {
        return flyway -> {
            if (flyway.getDataSource() == pool) {
                flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
            }
        };
    }
}
