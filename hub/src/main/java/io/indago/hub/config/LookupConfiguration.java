package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.indago.hub.quota.SharedQuotas;
import io.indago.indicator.IndicatorParser;
import io.indago.indicator.ReservedPolicy;
import io.indago.routes.api.AccountApiRoutes;
import io.indago.routes.api.DeadlineReader;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.LookupApiRoutes;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.lookup.Enricher;
import io.indago.routes.lookup.LookupMetrics;
import io.indago.routes.lookup.LookupPlanner;
import io.indago.routes.lookup.LookupPreview;
import io.indago.routes.lookup.LookupRoutes;
import io.indago.routes.lookup.VerdictPolicy;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.ProviderCall;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderPreview;
import io.indago.routes.provider.ProviderRoutes;
import io.indago.routes.provider.SharedFlights;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A lookup's parts: routes and what they call. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    HubThreads hubThreads(CamelContext context, Environment environment) {
        return HubThreads.of(context, environment);
    }

    @Bean
    CamelHttpPort httpPort(CamelContext context, HubThreads threads, IndagoProperties settings, Clock clock) {
        return new CamelHttpPort(context, threads.calls(), settings.lookup().connectionsPerProvider(), clock);
    }

    @Bean
    ProviderGuards providerGuards(Clock clock, MeterRegistry meters, Optional<SharedQuotas> shared) {
        ProviderGuards guards = shared.map(quotas -> new ProviderGuards(clock, quotas.ledger(), quotas.announcements()))
                .orElseGet(() -> new ProviderGuards(clock));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(guards.breakers()).bindTo(meters);
        return guards;
    }

    @Bean
    AnswerCache answerCache(IndagoProperties settings) {
        return new AnswerCache(settings.cache().size().toBytes());
    }

    @Bean(destroyMethod = "close")
    HubTimer hubTimer() {
        return new HubTimer();
    }

    @Bean
    ProviderRoutes providerRoutes(
            ProviderDirectory providers,
            ProviderGuards guards,
            AnswerCache cache,
            Optional<SharedQuotas> shared,
            HubTimer timer,
            Clock clock) {
        SharedFlights others = shared.map(SharedQuotas::flights).orElse(SharedFlights.NONE);
        return new ProviderRoutes(
                providers, new ProviderCall(providers, guards, cache, others, timer.executor(), clock));
    }

    @Bean
    LookupPlanner lookupPlanner(ProviderDirectory providers, Clock clock) {
        return new LookupPlanner(providers, clock);
    }

    @Bean
    LookupRoutes lookupRoutes(LookupPlanner planner, MeterRegistry meters) {
        return new LookupRoutes(planner, new Enricher(VerdictPolicy.standard()), new LookupMetrics(meters));
    }

    @Bean
    LookupPreview lookupPreview(
            LookupPlanner planner, ProviderDirectory providers, ProviderGuards guards, AnswerCache cache, Clock clock) {
        return new LookupPreview(planner, new ProviderPreview(providers, guards, cache, clock));
    }

    @Bean
    LookupApiRoutes lookupApiRoutes(IndagoProperties settings, LookupPreview preview, ObjectMapper json) {
        ReservedPolicy reserved = ReservedPolicy.of(settings.ownDomains(), settings.ownRanges());
        DeadlineReader deadlines = new DeadlineReader(
                settings.lookup().deadline(), settings.lookup().longestDeadline());
        return new LookupApiRoutes(new IndicatorParser(reserved), deadlines, preview, json);
    }

    @Bean
    AccountApiRoutes accountApiRoutes(ObjectMapper json) {
        return new AccountApiRoutes(json);
    }

    @Bean
    HubRouteConfiguration hubRouteConfiguration(ObjectMapper json) {
        return new HubRouteConfiguration(json);
    }
}
