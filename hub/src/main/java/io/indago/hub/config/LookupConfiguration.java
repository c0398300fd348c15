package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.HostConfig;
import io.indago.host.HttpPort;
import io.indago.host.PluginHost;
import io.indago.hub.plugin.HostedDirectory;
import io.indago.indicator.IndicatorParser;
import io.indago.indicator.ReservedPolicy;
import io.indago.routes.accounting.UsageReports;
import io.indago.routes.api.AccountApiRoutes;
import io.indago.routes.api.DeadlineReader;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.LookupApiRoutes;
import io.indago.routes.api.PluginApiRoutes;
import io.indago.routes.api.PluginsDocument;
import io.indago.routes.api.StatusApiRoutes;
import io.indago.routes.lookup.Enricher;
import io.indago.routes.lookup.LookupMetrics;
import io.indago.routes.lookup.LookupPlanner;
import io.indago.routes.lookup.LookupRoutes;
import io.indago.routes.lookup.VerdictPolicy;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.ProviderCall;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A lookup's parts: plugins, routes and what they call. */
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
    PluginHost pluginHost(IndagoProperties settings, HttpPort http, Clock clock, Environment environment) {
        HostConfig config = new HostConfig(
                settings.plugins().folder(),
                settings.plugins().allowList(),
                settings.providers(),
                settings.connectors(),
                SettingOrigins.of(environment, "indago."),
                System.getenv(),
                Optional.ofNullable(settings.sandbox().url()),
                settings.plugins().data(),
                clock);
        PluginHost host = PluginHost.open(config, http);
        if (!host.missing().isEmpty()) {
            host.close();
            throw new InvalidSettingsException(Stream.concat(
                            host.missing().stream(),
                            host.problems().stream()
                                    .map(problem -> (problem.plugin().isEmpty() ? "" : problem.plugin() + ": ")
                                            + problem.message()))
                    .toList());
        }
        return host;
    }

    @Bean
    HostedDirectory providerDirectory(PluginHost host) {
        return new HostedDirectory(host);
    }

    @Bean
    ProviderRoutes providerRoutes(ProviderDirectory providers, Clock clock) {
        return new ProviderRoutes(providers, new ProviderCall(providers, clock));
    }

    @Bean
    LookupRoutes lookupRoutes(ProviderDirectory providers, MeterRegistry meters, Clock clock) {
        return new LookupRoutes(
                new LookupPlanner(providers, clock),
                new Enricher(VerdictPolicy.standard(), clock),
                new LookupMetrics(meters));
    }

    @Bean
    LookupApiRoutes lookupApiRoutes(IndagoProperties settings, ObjectMapper json) {
        ReservedPolicy reserved = ReservedPolicy.of(settings.ownDomains(), settings.ownRanges());
        DeadlineReader deadlines = new DeadlineReader(
                settings.lookup().deadline(), settings.lookup().longestDeadline());
        return new LookupApiRoutes(new IndicatorParser(reserved), deadlines, json);
    }

    @Bean
    AccountApiRoutes accountApiRoutes(UsageReports usage, Clock clock, ObjectMapper json) {
        return new AccountApiRoutes(usage, clock, json);
    }

    @Bean
    PluginApiRoutes pluginApiRoutes(PluginHost host, ObjectMapper json) {
        return new PluginApiRoutes(() -> PluginsDocument.of(host), json);
    }

    @Bean
    StatusApiRoutes statusApiRoutes(HostedDirectory providers, ObjectMapper json) {
        return new StatusApiRoutes(providers::status, json);
    }

    @Bean
    HubRouteConfiguration hubRouteConfiguration(ObjectMapper json) {
        return new HubRouteConfiguration(json);
    }
}
