package io.indago.hub.selfcheck;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckApiRoutes;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.connector.KeptTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the self-check together. It waits for nothing, and nothing waits for it. */
@Configuration(proxyBeanMethods = false)
class SelfCheckConfiguration {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LATER = Duration.ofMinutes(10);

    @Bean
    AdminAccess adminAccess(IndagoProperties settings, Clock clock) {
        return new AdminAccess(settings.keycloak(), new AdminApi(settings.realm()), clock);
    }

    @Bean
    SelfCheck selfCheck(
            IndagoProperties settings,
            AdminAccess admin,
            TokenLifespans lifespans,
            JdbcTemplate database,
            AuditVerification audit,
            TopicRetentionCheck topics,
            Clock clock) {
        return new SelfCheck(
                List.of(
                        new AddressCheck(settings),
                        new KeycloakCheck(
                                settings.security().issuerUri(), settings.realm(), new AdminApi(settings.realm())),
                        admin,
                        new SecretCheck(settings.keycloak()),
                        new LifespanCheck(lifespans),
                        new DatabaseRoleCheck(database),
                        new AuditCheck(audit),
                        new PluginTrustCheck(settings.plugins()),
                        topics),
                clock);
    }

    @Bean
    TopicRetentionCheck topicRetentionCheck(KeptTopics topics) {
        return new TopicRetentionCheck(topics);
    }

    @Bean("self-check")
    SelfCheckHealth selfCheckHealth(SelfCheck selfCheck) {
        return new SelfCheckHealth(selfCheck);
    }

    @Bean
    SelfCheckApiRoutes selfCheckApiRoutes(SelfCheck selfCheck, ObjectMapper json) {
        return new SelfCheckApiRoutes(selfCheck, json);
    }

    @Bean
    SelfCheckSchedule selfCheckSchedule(SelfCheck selfCheck) {
        return new SelfCheckSchedule(selfCheck, SOON, LATER);
    }

    @Bean
    Starter selfCheckStarter(SelfCheckSchedule schedule) {
        return new Starter(schedule);
    }

    /** Begins when the hub takes requests. */
    record Starter(SelfCheckSchedule schedule) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            schedule.start();
        }
    }
}
