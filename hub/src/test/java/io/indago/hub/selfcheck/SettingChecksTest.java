package io.indago.hub.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.hub.config.IndagoProperties;
import io.indago.routes.api.SelfCheckDocument.Finding;
import io.indago.routes.api.SelfCheckDocument.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jwt.Jwt;

/** What can be told by the settings, by tokens and by the database's role. */
class SettingChecksTest {
    private static final String GOOD = "9f1c04b7a2e85d36c0fb7719ad42e6580b3c";

    @ParameterizedTest
    @CsvSource({
        "https://id.example/realms/indago, ''",
        "http://127.0.0.1:8180/realms/indago, ''",
        "http://localhost:8180/realms/indago, ''",
        "http://[::1]:8180/realms/indago, ''",
        "http://id.example/realms/indago, issuer-in-clear",
        "http://localhost.example/realms/indago, issuer-in-clear",
        "http://127.0.0.1.example/realms/indago, issuer-in-clear",
        "http://10.0.0.5:8180/realms/indago, issuer-in-clear"
    })
    void warnsOfAnIssuerInClearUnlessOnThisMachine(String issuer, String code) {
        var findings = new AddressCheck(settings(Map.of("indago.security.issuer-uri", issuer))).findings();

        assertThat(findings).extracting(Finding::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(findings).allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void notesThatTheHubItselfReachesKeycloakInClear() {
        var findings = new AddressCheck(settings(Map.of(
                        "indago.security.issuer-uri", "https://id.example/realms/indago",
                        "indago.keycloak.url", "http://keycloak:8080/realms/indago")))
                .findings();

        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "change-me-change-me-change-me", "aaaaaaaaaaaaaaaaaaaaaaaa", "indago-hub-admin-secret"})
    void warnsOfASecretThatCouldBeGuessedWithoutSayingIt(String secret) {
        var findings = new SecretCheck(keycloak(GOOD, secret)).findings();

        assertThat(findings).extracting(Finding::code).containsExactly("weak-secret");
        assertThat(findings.get(0).message())
                .contains("indago.keycloak.admin-secret")
                .doesNotContain(secret);
    }

    @Test
    void warnsOfOneSecretForTwo() {
        assertThat(new SecretCheck(keycloak(GOOD, GOOD)).findings()).hasSize(1);
    }

    @Test
    void hasNothingAgainstGoodSecretsOrNone() {
        assertThat(new SecretCheck(keycloak(GOOD, GOOD.replace('9', '8'))).findings())
                .isEmpty();
        assertThat(new SecretCheck(settings(Map.of()).keycloak()).findings()).isEmpty();
    }

    @Test
    void notesThatAnyPluginIsRun() {
        String listed = "ab".repeat(32);

        assertThat(new PluginTrustCheck(settings(Map.of()).plugins()).findings())
                .extracting(Finding::code)
                .containsExactly("plugins-unlisted");
        assertThat(new PluginTrustCheck(settings(Map.of("indago.plugins.allow-list", listed))
                                .plugins())
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "15, 0", "16, 1", "600, 1"})
    void warnsOfTokensThatLiveLong(int minutes, int findings) {
        TokenLifespans lifespans = new TokenLifespans();
        LifespanCheck check = new LifespanCheck(lifespans);
        assertThat(check.findings()).isEmpty();

        lifespans.accept(token(Duration.ofMinutes(minutes)));
        lifespans.accept(token(Duration.ofMinutes(1)));

        assertThat(check.findings()).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "none, ''",
        "rolsuper, database-superuser",
        "rolcreaterole, database-superuser",
        "rolbypassrls, database-superuser",
        "makes_schemas, database-owner",
        "makes_tables, database-owner",
        "owns_tables, database-owner"
    })
    void warnsOfADatabaseRoleThatMayDoMoreThanItNeeds(String power, String code) {
        Map<String, Object> powers = new HashMap<>(Map.of("rolsuper", false, "owns_tables", false));
        powers.put(power, true);

        assertThat(String.join(
                        " ",
                        DatabaseRoleCheck.judge(powers).stream()
                                .map(Finding::code)
                                .toList()))
                .isEqualTo(code);
    }

    private static Jwt token(Duration lifespan) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plus(lifespan))
                .build();
    }

    private static IndagoProperties.Keycloak keycloak(String login, String admin) {
        return settings(Map.of("indago.keycloak.login-secret", login, "indago.keycloak.admin-secret", admin))
                .keycloak();
    }

    static IndagoProperties settings(Map<String, String> given) {
        Map<String, String> all =
                new HashMap<>(Map.of("indago.security.issuer-uri", "https://id.example/realms/indago"));
        all.putAll(given);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("indago", IndagoProperties.class)
                .get();
    }
}
