package io.indago.hub.quota;

import io.indago.hub.RunningHub;
import io.indago.local.LocalStack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A hub as a process of its own, as an operator would start it. */
final class HubProcess {
    private static final Path CLASSES = Path.of("target/dist/lib").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final int port = freePort();
    private final Map<String, String> variables = new HashMap<>();
    private @Nullable Process process;

    /**
     * @param folder for its data and log
     * @param database the port of PostgreSQL, or of a way to it
     */
    HubProcess(Path folder, RunningHub running, int database, Path plugins, Map<String, String> settings) {
        this.folder = folder;
        LocalStack stack = running.stack();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", String.valueOf(port));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(freePort()));
        variables.put("SPRING_DATASOURCE_URL", stack.postgresUrl().replaceFirst(":\\d+/", ":" + database + "/"));
        variables.put("SPRING_DATASOURCE_USERNAME", stack.postgresUser());
        variables.put("SPRING_DATASOURCE_PASSWORD", stack.postgresPassword());
        variables.put("SPRING_FLYWAY_USER", stack.postgresOwner());
        variables.put("SPRING_FLYWAY_PASSWORD", stack.postgresOwnerPassword());
        variables.put(
                "INDAGO_KEYCLOAK_ADMIN_SECRET", stack.credentials().hubAdmin().secret());
        variables.put("INDAGO_KEYCLOAK_LOGIN_SECRET", stack.credentials().clientSecret());
        variables.put(
                "INDAGO_ACCOUNTING_JOURNAL_FOLDER", folder.resolve("journal").toString());
        variables.put("INDAGO_KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrap());
        variables.put("INDAGO_SECURITY_ISSUER_URI", stack.issuer().toString());
        variables.put("INDAGO_PLUGINS_FOLDER", plugins.toString());
        variables.put("INDAGO_PLUGINS_DATA", folder.resolve("data").toString());
        variables.put("INDAGO_PLUGINS_HEALTH_INTERVAL", "0s");
        variables.put("INDAGO_LOOKUP_IN_FLIGHT", "2000");
        variables.put("INDAGO_LIMITS_USER", "none");
        variables.put("INDAGO_LIMITS_CLIENT", "none");
        variables.put("INDAGO_LIMITS_IN_FLIGHT", "100000");
        variables.putAll(settings);
    }

    /** Returns when it begins to start. */
    HubProcess start() throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CLASSES + "/*",
                "io.indago.hub.IndagoHub"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(variables);
        process = builder.start();
        return this;
    }

    Path log() {
        return folder.resolve("hub.log");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (process == null || !process.isAlive()) {
                        throw new IllegalStateException("it ended, see " + log());
                    }
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/api/status")).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** At once, without a chance to tell anybody. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
