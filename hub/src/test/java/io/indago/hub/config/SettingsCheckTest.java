package io.indago.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsCheckTest {

    @Test
    void findsNothingWrongWithTheLeastSettings() {
        assertThat(problems(Map.of("indago.security.issuer-uri", "https://id/realms/indago")))
                .isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        List<String> problems = problems(Map.of(
                "indago.kafka.patience", "soon",
                "indago.kafka.bufer", "1MB",
                "indago.lookup.connections-per-provider", "many",
                "indago.providers.virustotal.api-key", "not checked here",
                "indago.limits.user", "a lot",
                "indago.limits.users.alice", "600/1m",
                "indago.own-domains[0]", "corp.example"));

        assertThat(problems)
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("indago.limits.user can't be read")
                        .contains("'a lot'"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("indago.kafka.patience").contains("'soon'", "Duration"))
                .anySatisfy(problem -> assertThat(problem).contains("connections-per-provider", "'many'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("indago.security.issuer-uri is required"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("indago.kafka.bufer", "did you mean indago.kafka.buffer"));
    }

    @Test
    void takesAnySpellingOfAName() {
        assertThat(problems(
                        Map.of("indago.security.issuerUri", "https://id/realms/indago", "indago.ownDomains", "a.b")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy, native",
        "server.forward-headers-strategy, FRAMEWORK",
        "server.tomcat.remoteip.remote-ip-header, X-Forwarded-For",
        "server.tomcat.remoteip.protocol-header, X-Forwarded-Proto"
    })
    void letsNobodyBelieveWhatRequestsSayOfWhereTheyComeFrom(String setting, String value) {
        assertThat(problems(Map.of("indago.security.issuer-uri", "https://id/realms/indago", setting, value)))
                .singleElement()
                .asString()
                .startsWith(setting + " is set")
                .contains("indago.trusted-proxies");
    }

    @Test
    void takesAddressesAndRangesOfProxiesAndNothingElse() {
        assertThat(problems(Map.of(
                        "indago.security.issuer-uri", "https://id/realms/indago",
                        "server.forward-headers-strategy", "none",
                        "indago.trusted-proxies", "10.0.0.7, fd00:1::/64")))
                .isEmpty();
        assertThat(problems(Map.of(
                        "indago.security.issuer-uri", "https://id/realms/indago",
                        "indago.trusted-proxies", "10.0.0.7, proxy.example")))
                .singleElement()
                .asString()
                .startsWith("indago.trusted-proxies can't be read")
                .contains("proxy.example");
    }

    private static List<String> problems(Map<String, Object> settings) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("indago.yml", settings));
        return SettingsCheck.problems(environment);
    }
}
