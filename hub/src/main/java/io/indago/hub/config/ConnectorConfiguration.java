package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.PluginHost;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.ConnectorOperations;
import io.indago.routes.api.DeadLetterApiRoutes;
import io.indago.routes.api.DeadLetterOperations;
import io.indago.routes.api.ProviderSwitches;
import io.indago.routes.connector.ConnectorFeed;
import io.indago.routes.connector.ConsumerGroups;
import io.indago.routes.connector.DeadLetters;
import io.indago.routes.connector.DeliveryMetrics;
import io.indago.routes.connector.DeliveryStore;
import io.indago.routes.connector.KeptTopics;
import io.indago.routes.connector.Push;
import io.indago.routes.connector.RecordsUnderWay;
import io.indago.routes.connector.StoreLag;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.guard.ProviderGuards;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How connectors are told what lookups bring. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    RecordsUnderWay recordsUnderWay() {
        return new RecordsUnderWay();
    }

    @Bean(destroyMethod = "close")
    ConsumerGroups consumerGroups(KafkaSettings kafka) {
        return new ConsumerGroups(kafka);
    }

    @Bean(destroyMethod = "close")
    KeptTopics keptTopics(KafkaSettings kafka, PluginHost host, List<EventStoreRoutes> stores) {
        return new KeptTopics(kafka, () -> KeptTopics.of(host, stores));
    }

    @Bean
    StoreLag storeLag(List<EventStoreRoutes> stores, ConsumerGroups groups, MeterRegistry meters, Clock clock) {
        return new StoreLag(stores, groups::progress, meters, clock);
    }

    @Bean(destroyMethod = "close")
    ConnectorFeed connectorFeed(
            PluginHost host,
            ProviderGuards guards,
            ProviderSwitches switches,
            RecordsUnderWay records,
            ConsumerGroups groups,
            KafkaSettings kafka,
            ObjectMapper json,
            MeterRegistry meters,
            CamelContext camel,
            Clock clock) {
        Push push = new Push(
                host, guards, id -> switches.find(id).map(ProviderSwitches.Disabled::sentence), records, json, clock);
        return new ConnectorFeed(host, push, groups, kafka, json, new DeliveryMetrics(meters), camel);
    }

    /** When the hub answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> connectorsBegin(ConnectorFeed feed) {
        return ready -> feed.begin();
    }

    @Bean
    ConnectorOperations connectorOperations(
            PluginHost host, ConsumerGroups groups, KafkaSettings kafka, DeliveryStore deliveries) {
        return new ConnectorOperations(host, groups, new DeadLetters(kafka), deliveries);
    }

    @Bean
    DeadLetterOperations deadLetterOperations(
            List<EventStoreRoutes> routes, ConsumerGroups groups, KafkaSettings kafka) {
        return new DeadLetterOperations(routes, groups, new DeadLetters(kafka));
    }

    @Bean
    DeadLetterApiRoutes deadLetterApiRoutes(DeadLetterOperations deadLetters, AdminActions admin, ObjectMapper json) {
        return new DeadLetterApiRoutes(deadLetters, admin, json);
    }
}
