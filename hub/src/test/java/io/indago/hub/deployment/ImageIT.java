package io.indago.hub.deployment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.RunningHub;
import io.indago.local.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ConsumerGroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, but for its base: built by the build as the one that is deployed, unpacked, and started by its own entry point
 * on the real stack, with the variables, the secret files and the health check of {@code docker-compose.yml}.
 */
@ExtendWith(RunningHub.Extension.class)
class ImageIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path LOG = TARGET.resolve("image-under-test.log");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String GROUP = "indago-accounting";
    private static final int ENDED_BY_SIGTERM = 143;

    private final Compose compose = Compose.read();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private UnpackedImage image;
    private Process hub;

    @TempDir
    Path secrets;

    @BeforeEach
    void unpack() throws IOException {
        image = UnpackedImage.of(TARGET.resolve("image-under-test.tar"), TARGET.resolve("image-root"));
    }

    @AfterEach
    void kill() {
        if (hub != null) {
            hub.destroyForcibly().onExit().join();
        }
    }

    @Test
    void holdsTheHubForAnyUserAndIsReproducible() throws Exception {
        HubPom pom = HubPom.read();

        assertThat(image.config().path("User").textValue()).isEqualTo(pom.user());
        assertThat(image.config()
                        .path("Labels")
                        .path("org.opencontainers.image.version")
                        .textValue())
                .isEqualTo(pom.version());
        assertThat(image.created()).isEqualTo(pom.property("project.build.outputTimestamp"));
        assertThat(image.command()).containsAll(pom.jvmFlags());
        assertThat(image.entries())
                .extracting(TarArchiveEntry::getLastModifiedTime)
                .containsOnly(image.entries().get(0).getLastModifiedTime());
        assertThat(image.entries())
                .allMatch(entry -> (entry.getMode() & 0777)
                        == (entry.getName().equals("indago/data/") ? 0777 : entry.isDirectory() ? 0755 : 0644));
        assertThat(names(image.workingDirectory().resolve("plugins")))
                .isNotEmpty()
                .isEqualTo(names(Compose.CHECKOUT.resolve("plugins/bundle/target/plugins")));
        assertThat(names(image.workingDirectory().resolve("libs")))
                .noneMatch(jar -> jar.matches("(junit|archunit|indago-(client|local-stack|testkit)).*"));
    }

    @Test
    void runs(RunningHub running) throws Exception {
        Set<String> before = besideTheVolume(image.files());
        int port = freePort();
        int managementPort = freePort();
        LocalStack stack = running.stack();
        Files.writeString(secrets.resolve("spring.datasource.password"), stack.postgresPassword() + "\n");
        Files.writeString(secrets.resolve("spring.flyway.password"), stack.postgresOwnerPassword() + "\n");
        Files.writeString(
                secrets.resolve("indago.keycloak.login-secret"),
                stack.credentials().clientSecret() + "\n");
        Path providers = Files.createDirectories(secrets.resolve("indago.providers"));
        Files.writeString(providers.resolve("virustotal.api-key"), "not-a-key\n");
        Map<String, String> variables = new HashMap<>(compose.environment("hub"));
        variables.put("SPRING_DATASOURCE_URL", stack.postgresUrl());
        variables.put("SPRING_DATASOURCE_USERNAME", stack.postgresUser());
        variables.put("INDAGO_KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrap());
        variables.put("INDAGO_SECURITY_ISSUER_URI", stack.issuer().toString());
        variables.put("INDAGO_SECURITY_JWK_SET_URI", stack.issuer() + "/protocol/openid-connect/certs");
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        variables.put("SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/");

        start(variables);
        awaitHealth(managementPort);

        JsonNode status = get("http://127.0.0.1:" + port + "/api/status");
        assertThat(status.path("status").textValue()).isEqualTo("up");
        assertThat(status.path("version").textValue()).isEqualTo(HubPom.read().version());
        assertThat(status.path("problems").intValue()).isZero();
        JsonNode virustotal = provider("virustotal", port, running.token("admin", "tasks"));
        assertThat(virustotal.path("available").booleanValue())
                .as("it has its key")
                .isTrue();
        assertThat(virustotal.path("sandbox").booleanValue()).isFalse();
        awaitStableGroup(stack.kafkaBootstrap());
        hub.destroy();
        assertThat(hub.waitFor(30, SECONDS)).as("ends in time").isTrue();
        assertThat(hub.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(besideTheVolume(image.files()))
                .as("its file system may be read-only but for its volume")
                .isEqualTo(before);
    }

    private static Set<String> besideTheVolume(Set<String> files) {
        return files.stream().filter(file -> !file.startsWith("indago/data/")).collect(Collectors.toSet());
    }

    private void start(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(image.command())
                .directory(image.workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        builder.environment().keySet().removeIf(name -> !Set.of("PATH", "HOME", "LANG")
                .contains(name));
        builder.environment().putAll(image.variables());
        builder.environment().putAll(variables);
        hub = builder.start();
    }

    /** Asks as Docker will, by the very command. */
    private void awaitHealth(int managementPort) throws IOException, InterruptedException {
        List<String> check = compose.healthCheck("hub").stream()
                .skip(1)
                .map(word -> word.replace("/8081", "/" + managementPort))
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (new ProcessBuilder(check)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                != 0) {
            assertThat(hub.isAlive() && System.nanoTime() < end)
                    .as(() -> "the hub became healthy; its log:\n" + Compose.text(LOG))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    /** Leaving the consumer group while it takes in a new member would take long. */
    private static void awaitStableGroup(String bootstrapServers) throws Exception {
        try (Admin kafka = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (kafka.describeConsumerGroups(List.of(GROUP))
                            .all()
                            .get()
                            .get(GROUP)
                            .state()
                    != ConsumerGroupState.STABLE) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(100);
            }
        }
    }

    private JsonNode provider(String id, int port, String token) throws IOException, InterruptedException {
        JsonNode providers = get("http://127.0.0.1:" + port + "/api/plugins", "Authorization", "Bearer " + token)
                .path("providers");
        return StreamSupport.stream(providers.spliterator(), false)
                .filter(provider -> provider.path("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new ObjectMapper()
                .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
