package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.account.UserDirectory;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingLog;
import io.indago.routes.accounting.AccountingMetrics;
import io.indago.routes.accounting.AccountingRoutes;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.accounting.JournalledAccounting;
import io.indago.routes.accounting.LookupAccount;
import io.indago.routes.api.AdminActions;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.routes.connector.DeliveryStore;
import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.events.ReconnectingClients;
import io.indago.routes.journal.AcknowledgedJournal;
import io.indago.routes.journal.DurableJournal;
import io.indago.routes.journal.JournalForwarder;
import io.indago.routes.journal.JournalMetrics;
import io.indago.routes.report.ForgetApiRoutes;
import io.indago.routes.report.ReportApiRoutes;
import io.indago.routes.report.Reports;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is recorded and published, and on which way. */
@Configuration(proxyBeanMethods = false)
class AccountingConfiguration {

    @Bean
    ObjectMapper objectMapper() {
        return JsonMapping.mapper();
    }

    @Bean
    KafkaSettings kafkaSettings(IndagoProperties settings) {
        IndagoProperties.Kafka kafka = settings.kafka();
        return new KafkaSettings(
                kafka.bootstrapServers(),
                kafka.buffer().toBytes(),
                Math.toIntExact(kafka.patience().toMillis()));
    }

    /** Camel takes it, by its name, for all endpoints of Kafka. */
    @Bean
    ReconnectingClients kafkaClients() {
        return new ReconnectingClients();
    }

    @Bean
    DurableJournal durableJournal(IndagoProperties settings, Clock clock) {
        return DurableJournal.open(settings.accounting().journal().settings(), clock);
    }

    @Bean
    JournalForwarder journalForwarder(DurableJournal journal, KafkaSettings kafka) {
        return JournalForwarder.begin(journal, () -> new KafkaProducer<>(kafka.producerConfig()));
    }

    @Bean
    JournalMetrics journalMetrics(DurableJournal journal, MeterRegistry meters, Clock clock) {
        return new JournalMetrics(journal, meters, clock);
    }

    @Bean
    AccountingLog accountingLog(DurableJournal journal, ObjectMapper json, AccountingMetrics metrics) {
        return metrics.around(new JournalledAccounting(journal, json));
    }

    @Bean
    AccountingMetrics accountingMetrics(MeterRegistry meters, Clock clock) {
        return new AccountingMetrics(meters, clock);
    }

    /** What is recorded before anything leaves waits for Kafka as well, if the disk alone is not trusted. */
    @Bean
    AccountingRoutes accountingRoutes(
            AccountingLog log,
            DurableJournal journal,
            ObjectMapper json,
            AccountingMetrics metrics,
            IndagoProperties settings) {
        AccountingLog first =
                switch (settings.accounting().durability()) {
                    case JOURNAL -> log;
                    case JOURNAL_KAFKA ->
                        metrics.around(new JournalledAccounting(
                                new AcknowledgedJournal(
                                        journal, settings.kafka().patience()),
                                json));
                };
        return new AccountingRoutes(new LookupAccount(first));
    }

    @Bean
    EventStoreRoutes accountingStoreRoutes(
            EventStore<AccountingEvent> store, KafkaSettings kafka, ObjectMapper json, AccountingMetrics metrics) {
        return EventStoreRoutes.of(
                "accounting",
                AccountingEvent.TOPIC,
                AccountingEvent.reader(json),
                metrics.timing(store),
                kafka,
                metrics::deadLetters);
    }

    @Bean
    EventStoreRoutes deliveryStoreRoutes(DeliveryStore store, KafkaSettings kafka, ObjectMapper json) {
        return EventStoreRoutes.of(
                "deliveries", DeliveryEvent.TOPIC, DeliveryEvent.reader(json), store, kafka, deadLetters -> {});
    }

    @Bean
    ReportApiRoutes reportApiRoutes(Reports reports, Clock clock, ObjectMapper json) {
        return new ReportApiRoutes(reports, clock, json);
    }

    @Bean
    ForgetApiRoutes forgetApiRoutes(Reports reports, UserDirectory directory, AdminActions admin, ObjectMapper json) {
        return new ForgetApiRoutes(reports, directory, admin, json);
    }

    @Bean
    EnrichmentRoutes enrichmentRoutes(KafkaSettings kafka, ObjectMapper json) {
        return new EnrichmentRoutes(kafka, json);
    }
}
