package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.quota.QuotaUpkeep;
import io.indago.hub.quota.SharedQuotas;
import io.indago.routes.guard.ProviderGuards;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether and how replicas share quotas, and lookups that cost some of one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "indago.quotas.shared", matchIfMissing = true)
class QuotaConfiguration {

    @Bean(destroyMethod = "close")
    SharedQuotas sharedQuotas(JdbcTemplate jdbc, IndagoProperties settings, ObjectMapper json, Clock clock) {
        return SharedQuotas.open(
                jdbc, settings.plugins().data(), settings.quotas().ahead(), json, clock);
    }

    @Bean(destroyMethod = "close")
    QuotaUpkeep quotaUpkeep(SharedQuotas shared, ProviderGuards guards) {
        return shared.upkeep(guards);
    }

    /** When the hub answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> quotasAreLookedAfter(QuotaUpkeep upkeep) {
        return ready -> upkeep.begin();
    }
}
