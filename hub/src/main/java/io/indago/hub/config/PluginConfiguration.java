package io.indago.hub.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.HostConfig;
import io.indago.host.PluginHost;
import io.indago.host.SecretSource;
import io.indago.hub.audit.ConfigurationFingerprints;
import io.indago.hub.audit.PluginAudit;
import io.indago.hub.plugin.HostedDirectory;
import io.indago.hub.plugin.PluginChanges;
import io.indago.hub.secrets.VaultSecrets;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.ConnectorOperations;
import io.indago.routes.api.PluginApiRoutes;
import io.indago.routes.api.PluginOperations;
import io.indago.routes.api.ProviderSwitches;
import io.indago.routes.api.StatusApiRoutes;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.connector.EndpointConnectors;
import io.indago.routes.connector.RecordsUnderWay;
import io.indago.routes.guard.GuardedHttp;
import io.indago.routes.guard.HealthMonitor;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.ProviderRoutes;
import io.indago.routes.recording.RecordingFolder;
import io.indago.spi.Plugin;
import io.indago.toolkit.DescriptorPlugin;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The plugins: who hosts them, operates them, and notices when they change. */
@Configuration(proxyBeanMethods = false)
class PluginConfiguration {

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
            CamelContext camel,
            RecordsUnderWay records,
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
                DescriptorPlugin::read,
                Optional.of(recordings),
                secrets(settings.vault()),
                settings.plugins().data(),
                clock);
        Map<String, Plugin> endpoints = EndpointConnectors.of(settings.connectors(), System.getenv(), camel, records);
        PluginHost host = PluginHost.open(config, new GuardedHttp(http, guards, timer.executor(), clock), endpoints);
        if (!host.missing().isEmpty()) {
            host.close();
            throw new InvalidSettingsException(host.problems().stream()
                    .map(problem -> (problem.plugin().isEmpty() ? "" : problem.plugin() + ": ") + problem.message())
                    .toList());
        }
        Stream.concat(host.providers().stream(), host.connectors().stream())
                .forEach(each -> guards.protect(each.spec().id(), each.sandbox(), each.credential(), each.quotas()));
        return host;
    }

    private static List<SecretSource> secrets(IndagoProperties.Vault vault) {
        return Optional.ofNullable(vault.url())
                .<SecretSource>map(url ->
                        new VaultSecrets(url, vault.token(), vault.mount(), Optional.ofNullable(vault.namespace())))
                .stream()
                .toList();
    }

    @Bean
    HostedDirectory providerDirectory(PluginHost host, ProviderSwitches switches) {
        return new HostedDirectory(host, switches);
    }

    @Bean
    HealthMonitor healthMonitor(ProviderGuards guards, HubTimer timer, Clock clock) {
        return new HealthMonitor(guards, timer.executor(), clock);
    }

    @Bean
    PluginOperations pluginOperations(
            PluginHost host,
            ProviderGuards guards,
            AnswerCache cache,
            HealthMonitor monitor,
            ProviderSwitches switches,
            CamelHttpPort http,
            Clock clock) {
        return new PluginOperations(host, guards, cache, monitor, switches, http::connections, clock);
    }

    @Bean
    PluginAudit pluginAudit(PluginHost host, ConfigurationFingerprints fingerprints, AuditTrail trail) {
        return new PluginAudit(host, fingerprints, trail);
    }

    /** Health checks, and looking for changes in the plugins folder, begin when the hub answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> pluginChanges(
            PluginHost host,
            ProviderGuards guards,
            ProviderRoutes routes,
            CamelHttpPort http,
            HealthMonitor monitor,
            ProviderSwitches switches,
            HubTimer timer,
            PluginAudit audit,
            IndagoProperties settings) {
        Duration watchInterval = settings.plugins().watchInterval();
        PluginChanges changes = new PluginChanges(
                host,
                guards,
                routes,
                http,
                monitor,
                settings.plugins().healthInterval(),
                id -> switches.find(id).isPresent(),
                timer.executor());
        return ready -> {
            host.listen(changes);
            host.listen(audit);
            if (!watchInterval.isZero()) {
                host.watch(watchInterval);
            }
        };
    }

    @Bean
    PluginApiRoutes pluginApiRoutes(
            PluginOperations plugins, ConnectorOperations connectors, AdminActions admin, ObjectMapper json) {
        return new PluginApiRoutes(plugins, connectors, admin, json);
    }

    @Bean
    StatusApiRoutes statusApiRoutes(HostedDirectory providers, ObjectMapper json) {
        return new StatusApiRoutes(providers::status, json);
    }
}
