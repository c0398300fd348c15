package io.indago.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.host.Recordings;
import io.indago.routes.journal.JournalSettings;
import io.indago.routes.limit.RateLimit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

class IndagoPropertiesTest {

    @Test
    void bindsEveryProperty() {
        IndagoProperties bound = bind(Map.ofEntries(
                Map.entry("indago.security.issuer-uri", "https://id.example/realms/indago"),
                Map.entry("indago.security.jwk-set-uri", "http://keycloak:8080/certs"),
                Map.entry("indago.security.audience", "other-api"),
                Map.entry("indago.security.clients", "soar,portal"),
                Map.entry("indago.keycloak.url", "http://keycloak:8080/realms/indago"),
                Map.entry("indago.keycloak.login-client", "login"),
                Map.entry("indago.keycloak.login-secret", "s1"),
                Map.entry("indago.keycloak.admin-client", "admin"),
                Map.entry("indago.keycloak.admin-secret", "s2"),
                Map.entry("indago.auth.password-endpoint", "on"),
                Map.entry("indago.auth.portal", "https://hub.example/"),
                Map.entry("indago.auth.longest-token", "10m"),
                Map.entry("indago.kafka.bootstrap-servers", "kafka:9092"),
                Map.entry("indago.kafka.buffer", "1MB"),
                Map.entry("indago.kafka.patience", "2s"),
                Map.entry("indago.accounting.durability", "journal+kafka"),
                Map.entry("indago.accounting.journal.folder", "/journal"),
                Map.entry("indago.accounting.journal.sync", "os"),
                Map.entry("indago.accounting.journal.max-size", "3MB"),
                Map.entry("indago.accounting.retention.addresses", "30d"),
                Map.entry("indago.accounting.retention.months", "6"),
                Map.entry("indago.plugins.folder", "/plugins"),
                Map.entry("indago.plugins.allow-list", "ab".repeat(32) + "," + "CD".repeat(32)),
                Map.entry("indago.plugins.data", "/data"),
                Map.entry("indago.recordings.folder", "/recordings"),
                Map.entry("indago.recordings.mode", "replay"),
                Map.entry("indago.sandbox.url", "http://127.0.0.1:18090"),
                Map.entry("indago.lookup.deadline", "5s"),
                Map.entry("indago.lookup.longest-deadline", "20s"),
                Map.entry("indago.lookup.connections-per-provider", "7"),
                Map.entry("indago.lookup.in-flight", "99"),
                Map.entry("indago.providers.virustotal.api-key", "k"),
                Map.entry("indago.own-domains", "corp.example"),
                Map.entry("indago.connectors.misp.url", "https://misp.example"),
                Map.entry("indago.plugins.health-interval", "1m"),
                Map.entry("indago.plugins.watch-interval", "4s"),
                Map.entry("indago.cache.size", "7MB"),
                Map.entry("indago.audit.head-interval", "10m"),
                Map.entry("indago.audit.verify-interval", "0s"),
                Map.entry("indago.audit.retention.addresses", "30d"),
                Map.entry("indago.audit.retention.months", "36"),
                Map.entry("indago.limits.user", "7/1s"),
                Map.entry("indago.limits.client", "none"),
                Map.entry("indago.limits.users.soar", "70/1s, 1000/1d"),
                Map.entry("indago.limits.clients.indago-cli", "700/1s"),
                Map.entry("indago.limits.in-flight", "11"),
                Map.entry("indago.limits.body-time", "3s"),
                Map.entry("indago.vault.url", "https://vault.example"),
                Map.entry("indago.vault.token", "hvs.1"),
                Map.entry("indago.vault.mount", "kv"),
                Map.entry("indago.vault.namespace", "soc"),
                Map.entry("indago.quotas.shared", "false"),
                Map.entry("indago.quotas.ahead", "5m"),
                Map.entry("indago.own-ranges", "203.0.114.0/24"),
                Map.entry("indago.trusted-proxies", "10.0.0.7,fd00:1::/64"),
                Map.entry("indago.shutdown-delay", "3s"),
                Map.entry("indago.accounting.interrupted-after", "20s")));

        assertThat(bound)
                .isEqualTo(new IndagoProperties(
                        new IndagoProperties.Security(
                                "https://id.example/realms/indago",
                                "http://keycloak:8080/certs",
                                "other-api",
                                List.of("soar", "portal")),
                        new IndagoProperties.Keycloak(
                                "http://keycloak:8080/realms/indago", "login", "s1", "admin", "s2"),
                        new IndagoProperties.Auth(true, URI.create("https://hub.example/"), Duration.ofMinutes(10)),
                        new IndagoProperties.Kafka("kafka:9092", DataSize.ofMegabytes(1), Duration.ofSeconds(2)),
                        new IndagoProperties.Accounting(
                                IndagoProperties.Accounting.Durability.JOURNAL_KAFKA,
                                new IndagoProperties.Accounting.Journal(
                                        Path.of("/journal"), JournalSettings.Sync.OS, DataSize.ofMegabytes(3)),
                                Duration.ofSeconds(20),
                                new IndagoProperties.Accounting.Retention(Duration.ofDays(30), 6)),
                        new IndagoProperties.Plugins(
                                Path.of("/plugins"),
                                List.of("ab".repeat(32), "CD".repeat(32)),
                                Path.of("/data"),
                                Duration.ofSeconds(4),
                                Duration.ofMinutes(1)),
                        new IndagoProperties.Sandbox(URI.create("http://127.0.0.1:18090")),
                        new IndagoProperties.Recordings(Path.of("/recordings"), Recordings.Mode.REPLAY),
                        new IndagoProperties.Lookup(Duration.ofSeconds(5), Duration.ofSeconds(20), 7, 99),
                        new IndagoProperties.Cache(DataSize.ofMegabytes(7)),
                        new IndagoProperties.Audit(
                                Duration.ofMinutes(10),
                                Duration.ZERO,
                                new IndagoProperties.Audit.Retention(Duration.ofDays(30), 36)),
                        new IndagoProperties.Limits(
                                RateLimit.of("7/1s"),
                                RateLimit.of("none"),
                                Map.of("soar", RateLimit.of("70/1s, 1000/1d")),
                                Map.of("indago-cli", RateLimit.of("700/1s")),
                                11,
                                Duration.ofSeconds(3)),
                        new IndagoProperties.Vault(URI.create("https://vault.example"), "hvs.1", "kv", "soc"),
                        new IndagoProperties.Quotas(false, Duration.ofMinutes(5)),
                        Map.of("virustotal", Map.of("api-key", "k")),
                        Map.of("misp", Map.of("url", "https://misp.example")),
                        List.of("corp.example"),
                        List.of("203.0.114.0/24"),
                        List.of(ProxyRange.of("10.0.0.7"), ProxyRange.of("fd00:1::/64")),
                        Duration.ofSeconds(3)));
        assertThat(bound.security().keys()).isEqualTo("http://keycloak:8080/certs");
        assertThat(bound.realm()).isEqualTo("http://keycloak:8080/realms/indago");
        assertThat(bound.keycloak().toString()).doesNotContain("s1", "s2");
    }

    @Test
    void asksKeycloakWhereTheIssuerIsUnlessToldOtherwise() {
        IndagoProperties bound = bind(Map.of("indago.security.issuer-uri", "https://id.example/realms/indago"));

        assertThat(bound.realm()).isEqualTo("https://id.example/realms/indago");
    }

    @Test
    void hasADefaultForAllButTheIssuer() {
        IndagoProperties bound = bind(Map.of("indago.security.issuer-uri", "https://id/realms/indago"));

        assertThat(bound.security().keys()).isEqualTo("https://id/realms/indago/protocol/openid-connect/certs");
        assertThat(bound.lookup().deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bound.limits().user()).hasToString("600/1m, 50000/1d");
        assertThat(bound.sandbox().url()).isNull();
        assertThat(bound.accounting().journal().settings())
                .isEqualTo(new JournalSettings(Path.of("data/journal"), JournalSettings.Sync.DISK, 1L << 30));
        assertThat(bound.auth().passwordEndpoint()).isFalse();
        assertThat(bound.auth().longestToken()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> bind(Map.of("indago.kafka.patience", "1s")))
                .rootCause()
                .hasMessageContaining("issuerUri");
    }

    private static IndagoProperties bind(Map<String, String> settings) {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.afterPropertiesSet();
        return new Binder(new MapConfigurationPropertySource(new HashMap<>(settings)))
                .bindOrCreate("indago", Bindable.of(IndagoProperties.class), new ValidationBindHandler(validator));
    }
}
