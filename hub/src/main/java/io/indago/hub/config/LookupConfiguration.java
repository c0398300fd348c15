package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.indago.host.HostConfig;
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
import io.indago.routes.api.PluginOperations;
import io.indago.routes.api.ProviderSwitches;
import io.indago.routes.api.StatusApiRoutes;
import io.indago.routes.guard.GuardedHttp;
import io.indago.routes.guard.HealthMonitor;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.lookup.Enricher;
import io.indago.routes.lookup.LookupMetrics;
import io.indago.routes.lookup.LookupPlanner;
import io.indago.routes.lookup.LookupRoutes;
import io.indago.routes.lookup.VerdictPolicy;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.ProviderCall;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderRoutes;
import io.indago.routes.recording.RecordingFolder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
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
    ProviderGuards providerGuards(Clock clock, MeterRegistry meters) {
        ProviderGuards guards = new ProviderGuards(clock);
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
    RecordingFolder recordingFolder(IndagoProperties settings, Clock clock) {
        return new RecordingFolder(
                settings.recordings().folder(), settings.recordings().mode(), clock);
    }

    @Bean
    PluginHost pluginHost(
            IndagoProperties settings,
            CamelHttpPort http,
            ProviderGuards guards,
            RecordingFolder recordings,
            HubTimer timer,
            Clock clock,
            Environment environment) {
        HostConfig config = new HostConfig(
                settings.plugins().folder(),
                settings.plugins().allowList(),
                settings.providers(),
                settings.connectors(),
                SettingOrigins.of(environment, "indago."),
                System.getenv(),
                Optional.ofNullable(settings.sandbox().url()),
                Optional.of(recordings),
                settings.plugins().data(),
                clock);
        PluginHost host = PluginHost.open(config, new GuardedHttp(http, guards, timer.executor(), clock));
        if (!host.missing().isEmpty()) {
            host.close();
            throw new InvalidSettingsException(Stream.concat(
                            host.missing().stream(),
                            host.problems().stream()
                                    .map(problem -> (problem.plugin().isEmpty() ? "" : problem.plugin() + ": ")
                                            + problem.message()))
                    .toList());
        }
        Stream.concat(host.providers().stream(), host.connectors().stream())
                .forEach(each -> guards.protect(each.spec().id(), each.sandbox(), each.credential(), each.quotas()));
        return host;
    }

    @Bean
    HostedDirectory providerDirectory(PluginHost host, ProviderSwitches switches) {
        return new HostedDirectory(host, switches);
    }

    @Bean
    ProviderRoutes providerRoutes(
            ProviderDirectory providers, ProviderGuards guards, AnswerCache cache, HubTimer timer, Clock clock) {
        return new ProviderRoutes(providers, new ProviderCall(providers, guards, cache, timer.executor(), clock));
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
    PluginOperations pluginOperations(
            PluginHost host,
            ProviderGuards guards,
            AnswerCache cache,
            ProviderSwitches switches,
            CamelHttpPort http,
            HubTimer timer,
            Clock clock) {
        HealthMonitor monitor = new HealthMonitor(guards, timer.executor(), clock);
        return new PluginOperations(host, guards, cache, monitor, switches, http::connections, clock);
    }

    /** Health checks begin when the hub answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> healthChecks(PluginOperations plugins, IndagoProperties settings) {
        return ready -> plugins.watch(settings.plugins().healthInterval());
    }

    @Bean
    PluginApiRoutes pluginApiRoutes(PluginOperations plugins, ObjectMapper json) {
        return new PluginApiRoutes(plugins, json);
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
