package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.health.AccountingHealth;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingLog;
import io.indago.routes.accounting.AccountingMetrics;
import io.indago.routes.accounting.AccountingRoutes;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.accounting.JournalledAccounting;
import io.indago.routes.accounting.LookupAccount;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.routes.connector.DeliveryStore;
import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.journal.Journal;
import io.indago.routes.journal.KafkaJournal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

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

    @Bean
    KafkaJournal journal(KafkaSettings kafka) {
        return new KafkaJournal(new KafkaProducer<>(kafka.producerConfig()));
    }

    /** What everybody appends to; also tells whether that works. */
    @Bean("accounting")
    @Primary
    AccountingHealth accountingLog(Journal journal, ObjectMapper json, AccountingMetrics metrics, Clock clock) {
        return new AccountingHealth(metrics.around(new JournalledAccounting(journal, json)), clock);
    }

    @Bean
    AccountingMetrics accountingMetrics(MeterRegistry meters, Clock clock) {
        return new AccountingMetrics(meters, clock);
    }

    @Bean
    AccountingRoutes accountingRoutes(AccountingLog log) {
        return new AccountingRoutes(new LookupAccount(log));
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
    EnrichmentRoutes enrichmentRoutes(KafkaSettings kafka, ObjectMapper json) {
        return new EnrichmentRoutes(kafka, json);
    }
}
