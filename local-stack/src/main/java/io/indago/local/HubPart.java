package io.indago.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hub itself, told where everything else is. */
final class HubPart extends ProcessPart {

    private final LocalStack stack;
    private final LocalStackConfig config;
    private final String classPath;
    private final Map<String, String> besides;
    private final Jvm jvm = Jvm.current();

    /**
     * @param name of its log and of it on the ledger
     * @param besides environment variables it gets besides those that every hub gets
     */
    HubPart(
            String name,
            LocalStack stack,
            LocalStackConfig config,
            String classPath,
            Map<String, String> besides,
            StackListener listener) {
        super(name, stack.processes(), listener);
        this.stack = stack;
        this.config = config;
        this.classPath = classPath;
        this.besides = Map.copyOf(besides);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + variables().get("SERVER_PORT"));
    }

    @Override
    void prepare() {
        // all it needs runs by now
    }

    @Override
    Launch launch() {
        List<String> threads = jvm.hasVirtualThreads()
                ? List.of("-Dspring.threads.virtual.enabled=true", "-Dcamel.threads.virtual.enabled=true")
                : List.of();
        List<String> command = jvm.command(
                List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"),
                jvm.roomForTheYoung(),
                jvm.compactObjects(),
                jvm.nativeAccess(),
                threads,
                jvm.classArchive(config.state().resolve("class-archives"), name()),
                List.of("-cp", classPath, "io.indago.hub.IndagoHub"));
        return new Launch(name(), command, config.state()).with(variables()).inheritingEnvironment();
    }

    @Override
    boolean isReady() {
        return Probe.answersOk(url().resolve("/api/status"));
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(180);
    }

    private Map<String, String> variables() {
        Path plugins = config.plugins();
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(config.ports().of(PortName.HUB)));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(config.ports().of(PortName.MANAGEMENT)));
        variables.put("SPRING_DATASOURCE_URL", stack.postgresUrl());
        variables.put("SPRING_DATASOURCE_USERNAME", stack.postgresUser());
        variables.put("SPRING_DATASOURCE_PASSWORD", stack.postgresPassword());
        variables.put("SPRING_FLYWAY_USER", stack.postgresOwner());
        variables.put("SPRING_FLYWAY_PASSWORD", stack.postgresOwnerPassword());
        variables.put("INDAGO_KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrap());
        variables.put("INDAGO_SECURITY_ISSUER_URI", stack.issuer().toString());
        variables.put(
                "INDAGO_KEYCLOAK_ADMIN_SECRET", stack.credentials().hubAdmin().secret());
        variables.put("INDAGO_KEYCLOAK_LOGIN_SECRET", stack.credentials().clientSecret());
        variables.put("INDAGO_AUTH_PASSWORD_ENDPOINT", "on");
        variables.put("INDAGO_PLUGINS_FOLDER", plugins.toString());
        variables.put(
                "INDAGO_ACCOUNTING_JOURNAL_FOLDER",
                config.state().resolve("journal").toString());
        variables.put("INDAGO_SANDBOX_URL", stack.sandboxUrl().toString());
        variables.putAll(besides);
        return variables;
    }
}
