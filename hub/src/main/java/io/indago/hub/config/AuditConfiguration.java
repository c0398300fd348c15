package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.audit.AuditRetention;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.AuditApiRoutes;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditEntries;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditMetrics;
import io.indago.routes.audit.AuditOutcome;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.ChainHeads;
import io.indago.routes.audit.JournalledAudit;
import io.indago.routes.audit.KafkaHeads;
import io.indago.routes.audit.RefusalTally;
import io.indago.routes.audit.WithheldLookups;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit: what goes into it, its way, and its chain. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    JournalledAudit auditLog(Journal journal, ObjectMapper json) {
        return new JournalledAudit(journal, json);
    }

    @Bean
    AuditMetrics auditMetrics(MeterRegistry meters) {
        return new AuditMetrics(meters);
    }

    @Bean
    AuditTrail auditTrail(JournalledAudit log, AuditMetrics metrics, Clock clock) {
        return new AuditTrail(log, metrics, clock);
    }

    @Bean
    AdminActions adminActions(AuditTrail trail) {
        return new AdminActions(trail);
    }

    @Bean
    RefusalTally refusalTally(AuditTrail trail, Clock clock) {
        return new RefusalTally(trail, clock);
    }

    @Bean
    WithheldLookups withheldLookups(RefusalTally tally) {
        return new WithheldLookups(tally);
    }

    @Bean
    EventStoreRoutes auditStoreRoutes(
            EventStore<AuditEvent> store, KafkaSettings kafka, ObjectMapper json, AuditMetrics metrics) {
        return EventStoreRoutes.of(
                "audit", AuditEvent.TOPIC, AuditEvent.reader(json), store, kafka, metrics::deadLetters);
    }

    @Bean
    ChainHeads chainHeads(AuditEntries entries, JournalledAudit journal, Clock clock) {
        return new ChainHeads(entries, journal, clock);
    }

    @Bean
    AuditVerification auditVerification(
            AuditEntries entries,
            ChainHeads heads,
            KafkaSettings kafka,
            AuditMetrics metrics,
            Clock clock,
            ObjectMapper json) {
        return new AuditVerification(entries, new KafkaHeads(kafka, json), heads, metrics, clock);
    }

    @Bean
    AuditApiRoutes auditApiRoutes(AuditEntries entries, AuditVerification verification, ObjectMapper json) {
        return new AuditApiRoutes(entries, verification, json);
    }

    @Bean
    AuditRetention auditRetention(JdbcTemplate jdbc, AuditTrail trail, IndagoProperties settings) {
        IndagoProperties.Audit.Retention kept = settings.audit().retention();
        return new AuditRetention(jdbc, trail, kept.addresses(), kept.months());
    }

    @Bean
    AuditTimes auditTimes(HubTimer timer, HubThreads threads) {
        return new AuditTimes(timer, threads);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> auditStart(
            IndagoProperties settings,
            AuditTrail trail,
            AuditTimes times,
            RefusalTally refusals,
            ChainHeads heads,
            AuditVerification verification,
            AuditRetention retention) {
        String version = Optional.ofNullable(
                        AuditConfiguration.class.getPackage().getImplementationVersion())
                .orElse("development");
        return ready -> {
            trail.tell(AuditActor.HUB, "hub.start", "", AuditOutcome.DONE, Map.of("version", version));
            times.tell(refusals);
            times.publish(heads, settings.audit().headInterval());
            times.verify(verification, settings.audit().verifyInterval());
            times.tidy(retention);
        };
    }
}
