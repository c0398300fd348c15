package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountingLog;
import io.indago.routes.accounting.AccountingRoutes;
import io.indago.routes.accounting.AccountingStore;
import io.indago.routes.accounting.KafkaAccountingLog;
import io.indago.routes.accounting.LookupAccount;
import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
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

    @Bean
    KafkaAccountingLog accountingLog(KafkaSettings kafka, ObjectMapper json) {
        return new KafkaAccountingLog(new KafkaProducer<>(kafka.producerConfig()), json);
    }

    @Bean
    AccountingRoutes accountingRoutes(
            AccountingLog log, AccountingStore store, KafkaSettings kafka, ObjectMapper json) {
        return new AccountingRoutes(new LookupAccount(log), store, kafka, json);
    }

    @Bean
    EnrichmentRoutes enrichmentRoutes(KafkaSettings kafka, ObjectMapper json) {
        return new EnrichmentRoutes(kafka, json);
    }
}
