package io.indago.hub.accounting;

import io.indago.hub.config.IndagoProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the accounts forget, and when. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    RetentionJob retentionJob(JdbcTemplate jdbc, TransactionTemplate transaction, IndagoProperties settings) {
        IndagoProperties.Accounting.Retention kept = settings.accounting().retention();
        return new RetentionJob(new Retention(jdbc, transaction, kept.addresses(), kept.months()));
    }
}
