package io.indago.hub.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.hub.config.IndagoProperties;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;

/** Keeps {@code docker-compose.yml} true to the hub, the image and the realm, without Docker. */
class ComposeTest {
    private static final Path SECRETS = Path.of("deploy/secrets");
    private static final HubSettings SETTINGS = new HubSettings();

    private final Compose compose = Compose.read();

    @Test
    void everyVariableOfTheHubIsASettingItHas() {
        assertThat(compose.environment("hub").keySet()).isNotEmpty().allSatisfy(variable -> assertThat(
                        SETTINGS.hasVariable(variable))
                .as(variable + " sets nothing in the hub")
                .isTrue());
        assertThat(SETTINGS.hasVariable("INDAGO_SECURITY_ISSUER_URL")).isFalse();
    }

    @Test
    void theHubReadsThem() {
        IndagoProperties bound = new Binder(HubSettings.environment(compose.environment("hub")))
                .bind("indago", IndagoProperties.class)
                .get();

        assertThat(bound.security().issuerUri()).isEqualTo("http://localhost:8180/realms/indago");
        assertThat(bound.security().keys()).startsWith("http://keycloak:8080/realms/indago/");
        assertThat(bound.kafka().bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(bound.ownDomains()).isEmpty();
        assertThat(bound.ownRanges()).isEmpty();
    }

    @Test
    void theHubTrustsTheKeycloakThatIsStarted() {
        assertThat(compose.environment("hub").get("INDAGO_SECURITY_ISSUER_URI"))
                .isEqualTo(compose.environment("keycloak").get("KC_HOSTNAME") + "/realms/indago");
    }

    @Test
    void everySecretOfTheHubIsASettingItHas() {
        assertThat(compose.secrets("hub"))
                .contains("spring.datasource.password")
                .allMatch(SETTINGS::has);
        assertThat(compose.mounts("hub"))
                .containsEntry("./deploy/secrets/providers", "/run/secrets/indago.providers")
                .containsEntry("./deploy/secrets/connectors", "/run/secrets/indago.connectors");
    }

    @Test
    void theRealmIsOursAndHasItsVariables() {
        String realm = "./keycloak/indago-realm.json";
        Set<String> given = new HashSet<>(compose.environment("keycloak").keySet());
        given.addAll(compose.secrets("keycloak"));

        assertThat(compose.mounts("keycloak"))
                .containsOnly(
                        Map.entry(realm, "/opt/keycloak/data/import/indago-realm.json"),
                        Map.entry(
                                "./keycloak/breached-passwords.txt",
                                "/opt/keycloak/data/password-blacklists/breached-passwords.txt"));
        assertThat(Compose.text(Compose.CHECKOUT.resolve(realm))).contains("passwordBlacklist(breached-passwords.txt)");
        assertThat(given).containsAll(Compose.found("\\$\\{(\\w+)}", Compose.CHECKOUT.resolve(realm)));
    }

    @Test
    void whatIsMountedExists() {
        assertThat(compose.serviceNames())
                .flatMap(service -> compose.mounts(service).keySet())
                .filteredOn(source -> !Path.of(source).normalize().startsWith(SECRETS))
                .isNotEmpty()
                .allSatisfy(
                        source -> assertThat(Compose.CHECKOUT.resolve(source)).isRegularFile());
    }

    @Test
    void imagesHaveTheVersionsTheTestsRunOn() throws Exception {
        HubPom pom = HubPom.read();
        String postgres = pom.property("postgres-binaries.version").replaceFirst("\\.0$", "");

        assertThat(compose.serviceNames())
                .map(service -> compose.service(service).get("image"))
                .containsExactlyInAnyOrder(
                        pom.imageName(),
                        "postgres:" + postgres,
                        "apache/kafka:" + pom.property("kafka-server.version"),
                        "quay.io/keycloak/keycloak:" + pom.property("keycloak.version"))
                .allSatisfy(image -> assertThat(image.toString()).matches(".+:\\d+\\.\\d[^/]*"));
        assertThat(pom.baseImage()).matches("eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-jre-.+");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsWatchedAndBounded(String name) {
        Map<String, Object> service = compose.service(name);

        assertThat(service).containsEntry("restart", "unless-stopped").containsKeys("mem_limit", "stop_grace_period");
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(compose.healthCheck(name)).startsWith("CMD").hasSizeGreaterThan(1);
        assertThat(Compose.map(service.get("healthcheck")))
                .containsKeys("interval", "timeout", "retries", "start_period");
    }

    @Test
    void onlyTheHubAndKeycloakArePublishedAndOnlyToThisMachine() {
        assertThat(compose.serviceNames())
                .filteredOn(service -> compose.service(service).containsKey("ports"))
                .containsExactlyInAnyOrder("hub", "keycloak")
                .flatMap(service -> Compose.list(compose.service(service).get("ports")))
                .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
        assertThat(compose.serviceNames())
                .filteredOn(service ->
                        Compose.list(compose.service(service).get("networks")).contains("front"))
                .containsExactlyInAnyOrder("hub", "keycloak");
    }

    @Test
    void thereIsNoSecretInTheFile() {
        assertThat(compose.serviceNames())
                .flatMap(service -> compose.environment(service).keySet())
                .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET|TOKEN|KEY)"));
        assertThat(compose.secretFiles())
                .allSatisfy((name, file) -> assertThat(file).isEqualTo("./deploy/secrets/" + name));
        assertThat(Compose.text(Compose.CHECKOUT.resolve("deploy/.gitignore")).lines())
                .contains("secrets/");
    }

    @Test
    void theGuideMakesEverySecret() {
        String guide = Compose.text(Compose.CHECKOUT.resolve("docs/operating.md"));

        assertThat(compose.secretFiles().keySet()).allMatch(guide::contains);
    }

    @Test
    void theSampleEnvironmentNamesEveryVariable() {
        assertThat(Compose.found("(?m)^#?(\\w+)=", Compose.CHECKOUT.resolve(".env.example")))
                .isEqualTo(compose.variables());
    }

    @Test
    void theHubRunsAsTheImageSays() throws Exception {
        assertThat(compose.service("hub"))
                .doesNotContainKeys("entrypoint", "command", "user")
                .containsEntry("read_only", true);
        assertThat(compose.environment("hub")).doesNotContainKeys("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
        assertThat(HubPom.read().user()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
    }

    /** But for the heap, which follows the memory limit here. */
    @Test
    void theImageStartsJavaAsTheLocalStackDoes() throws Exception {
        Path hubPart = Compose.CHECKOUT.resolve("local-stack/src/main/java/io/indago/local/HubPart.java");
        Set<String> flags = Compose.found("\"(-(?:X|D)[^\"]+)\"", hubPart);
        flags.removeIf(flag -> flag.startsWith("-Xmx"));

        assertThat(flags).contains("-Dspring.threads.virtual.enabled=true");
        assertThat(HubPom.read().jvmFlags()).containsAll(flags);
    }

    static Set<String> services() {
        return Compose.read().serviceNames();
    }
}
