package io.indago.bench;

import io.indago.local.LocalStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts a hub as the local stack's {@code HubPart} does, on a given JDK and core, with the mock in the sandbox's place.
 *
 * @param stack has Kafka and PostgreSQL for this hub alone
 * @param issuer of the tokens
 */
record HubLaunch(Options options, Jdk jdk, LocalStack stack, URI issuer, URI mock, int port) {

    String name() {
        return "hub-" + jdk.feature();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI status() {
        return url().resolve("/api/status");
    }

    Child start(Cpus cpus) {
        List<String> command = Lists.join(
                List.of(
                        jdk.program("java"),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-Xmn240m",
                        "-XX:SurvivorRatio=4"),
                jdk.hasCompactObjects() ? List.of("-XX:+UseCompactObjectHeaders") : List.of(),
                threads(),
                archive(),
                options.hubOptions(),
                List.of("-cp", options.checkout().resolve("hub/target/dist/lib") + "/*", "io.indago.hub.IndagoHub"));
        return Child.start(name(), cpus.pinned(command), folder(), environment());
    }

    private List<String> threads() {
        return jdk.hasVirtualThreads()
                ? List.of("-Dspring.threads.virtual.enabled=true", "-Dcamel.threads.virtual.enabled=true")
                : List.of();
    }

    private List<String> archive() {
        return jdk.hasAutomaticArchives()
                ? List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + folder().resolve("hub.jsa"),
                        "-Xlog:cds=off",
                        "-Xshare:auto")
                : List.of();
    }

    private Path folder() {
        return options.work().resolve(name());
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(FreePort.any()));
        variables.put("SPRING_DATASOURCE_URL", stack.postgresUrl());
        variables.put("SPRING_DATASOURCE_USERNAME", stack.postgresUser());
        variables.put("SPRING_DATASOURCE_PASSWORD", stack.postgresPassword());
        variables.put("SPRING_FLYWAY_USER", stack.postgresOwner());
        variables.put("SPRING_FLYWAY_PASSWORD", stack.postgresOwnerPassword());
        variables.put("INDAGO_KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrap());
        variables.put("INDAGO_SECURITY_ISSUER_URI", issuer.toString());
        variables.put("INDAGO_PLUGINS_FOLDER", options.work().resolve("plugins").toString());
        variables.put("INDAGO_SANDBOX_URL", mock.toString());
        // One user asks as fast as he can
        variables.put("INDAGO_LIMITS_USER", "none");
        variables.put("INDAGO_LIMITS_CLIENT", "none");
        variables.put("INDAGO_LIMITS_IN_FLIGHT", "100000");
        return variables;
    }
}
