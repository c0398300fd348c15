package io.indago.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.local.Credentials;
import io.indago.local.Credentials.Client;
import io.indago.local.Credentials.Login;
import io.indago.local.LocalStack;
import io.indago.local.LocalStackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The hub on the real PostgreSQL, Kafka and Keycloak, with the real plugins against the sandbox; started once for all
 * classes that are extended with {@link Extension}.
 */
public final class RunningHub implements CloseableResource {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PLUGINS =
            TARGET.resolve("../../plugins/bundle/target/plugins").normalize();

    /** Each hub has its own; what is left in one is for the hub of its number in the next run. */
    private static final AtomicInteger JOURNALS = new AtomicInteger();

    /** Everything that any hub of the suite has logged. */
    static final Path LOG = TARGET.resolve("suite/hub.log");

    /** Everything that any hub of the suite has answered to {@link #send}. */
    static final Path ANSWERS = TARGET.resolve("suite/answers.txt");

    static final Path ALL_JOURNALS = TARGET.resolve("journals");
    private static final int LONGEST_KEPT_ANSWER = 64 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final LocalStack stack;
    private final ConfigurableApplicationContext application;
    private final CanaryKeys canaries = new CanaryKeys();

    private RunningHub() {
        forgetLastSuite();
        stack = LocalStack.start(LocalStackConfig.in(TARGET.resolve("stack"), PLUGINS));
        application = start(canaries.settings());
    }

    private static void forgetLastSuite() {
        try {
            Files.createDirectories(ANSWERS.getParent());
            Files.deleteIfExists(LOG);
            Files.deleteIfExists(ANSWERS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every secret this hub and its stack have, by what it is. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>(canaries.secrets());
        Credentials credentials = stack.credentials();
        secrets.put("password of " + stack.postgresUser(), stack.postgresPassword());
        secrets.put("password of " + stack.postgresOwner(), stack.postgresOwnerPassword());
        Stream.of(credentials.login(), credentials.hubAdmin(), credentials.portal(), credentials.soar())
                .forEach(client -> secrets.put("secret of " + client.id(), client.secret()));
        Stream.of(credentials.analyst(), credentials.admin(), credentials.auditor(), credentials.keycloakAdmin())
                .forEach(login -> secrets.put("login of " + login.username(), login.password()));
        return secrets;
    }

    /** Another hub on the same stack, with these settings besides; the caller closes it. */
    ConfigurableApplicationContext start(Map<String, Object> settings, ApplicationListener<?>... listeners) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port", 0,
                "management.server.port", 0,
                "spring.datasource.url", stack.postgresUrl(),
                "spring.datasource.username", stack.postgresUser(),
                "spring.datasource.password", stack.postgresPassword(),
                "indago.kafka.bootstrap-servers", stack.kafkaBootstrap(),
                "indago.security.issuer-uri", stack.issuer(),
                "indago.plugins.folder", PLUGINS,
                "indago.plugins.data", TARGET.resolve("plugin-data"),
                "indago.sandbox.url", stack.sandboxUrl()));
        all.put("spring.flyway.user", stack.postgresOwner());
        all.put("spring.flyway.password", stack.postgresOwnerPassword());
        all.put("indago.keycloak.login-secret", stack.credentials().clientSecret());
        all.put("indago.keycloak.admin-secret", stack.credentials().hubAdmin().secret());
        all.put("indago.accounting.journal.folder", TARGET.resolve("journals/" + JOURNALS.incrementAndGet()));
        all.put("indago.plugins.health-interval", "0s");
        // Tests tamper with it
        all.put("indago.audit.verify-interval", "0s");
        all.put("indago.cache.size", "0B");
        // Tests ask more than anybody may
        all.put("indago.limits.user", "none");
        all.put("indago.limits.client", "none");
        all.put("indago.limits.in-flight", 100_000);
        // Else it makes every lookup last a second
        all.put("indago.providers.intelx.poll", "50ms");
        all.put("logging.file.name", LOG);
        // With the values besides the sentences
        all.put("logging.pattern.file", "${logging.pattern.console}");
        // Never rolled over, nor compressed
        all.put("logging.logback.rollingpolicy.max-file-size", "10GB");
        List.of("misp-push", "opencti-push", "yeti-push")
                .forEach(connector -> all.put("indago.connectors." + connector + ".mode", "off"));
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(IndagoHub.class)
                .listeners(listeners)
                .run(arguments);
    }

    static int port(ConfigurableApplicationContext hub) {
        return ((ServletWebServerApplicationContext) hub).getWebServer().getPort();
    }

    static int managementPort(ConfigurableApplicationContext hub) {
        return hub.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + managementPort(application) + path);
    }

    public LocalStack stack() {
        return stack;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port(application) + path);
    }

    JdbcTemplate database() {
        return application.getBean(JdbcTemplate.class);
    }

    CamelContext camel() {
        return application.getBean(CamelContext.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    <T> T bean(ResolvableType type) {
        return application.<T>getBeanProvider(type).getObject();
    }

    /** Every record of the topic so far, as text. */
    List<String> records(String topic) {
        return all(topic).stream().map(ConsumerRecord::value).toList();
    }

    /** The headers of the last record of the topic with that text. */
    Map<String, String> headers(String topic, String text) {
        Map<String, String> headers = new HashMap<>();
        all(topic).stream().filter(record -> text.equals(record.value())).forEach(record -> record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8))));
        return headers;
    }

    /** Every record of the topic so far with its key and headers. */
    Stream<String> wholeRecords(String topic) {
        return all(topic).stream().map(record -> {
            StringBuilder whole = new StringBuilder().append(record.key()).append(' ');
            record.headers().forEach(header -> whole.append(header.key())
                    .append('=')
                    .append(new String(header.value(), StandardCharsets.UTF_8))
                    .append(' '));
            return whole.append(record.value()).toString();
        });
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            return kafka.listTopics().names().get();
        }
    }

    private List<ConsumerRecord<String, String>> all(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", stack.kafkaBootstrap(),
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", StringDeserializer.class);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
            return records;
        }
    }

    /** Removes every record of the topic, as its retention would. */
    void emptyTopic(String topic) throws ExecutionException, InterruptedException {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            Map<TopicPartition, RecordsToDelete> all =
                    kafka.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    partition -> RecordsToDelete.beforeOffset(-1)));
            kafka.deleteRecords(all).all().get();
        }
    }

    /** Has consumer groups of these connectors, of which none may be at work, begin anew. */
    void forgetProgress(String... connectors) throws ExecutionException, InterruptedException {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            Set<String> known = kafka.listConsumerGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .collect(Collectors.toSet());
            kafka.deleteConsumerGroups(Stream.of(connectors)
                            .map(connector -> "indago-connector-" + connector)
                            .filter(known::contains)
                            .toList())
                    .all()
                    .get();
        }
    }

    /** A token of the real Keycloak for a demo user, with these scopes if he may have them. */
    public String token(String username, String scope) {
        return token(username, scope, "access_token");
    }

    /** What the same login brings under that name, as {@code id_token}. */
    String token(String username, String scope, String name) {
        Login login =
                switch (username) {
                    case "admin" -> stack.credentials().admin();
                    case "auditor" -> stack.credentials().auditor();
                    default -> stack.credentials().analyst();
                };
        return token(
                stack.tokenEndpoint(),
                name,
                Map.of(
                        "grant_type", "password",
                        "client_id", stack.credentials().clientId(),
                        "client_secret", stack.credentials().clientSecret(),
                        "username", login.username(),
                        "password", login.password(),
                        "scope", scope));
    }

    /** A token for a program, as itself. */
    String clientToken(Client client, String scope) {
        Map<String, String> form = new HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", client.id(), "client_secret", client.secret()));
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return token(stack.tokenEndpoint(), "access_token", form);
    }

    /** A valid token of the same Keycloak, but of its master realm. */
    String keycloakAdminToken() {
        Login login = stack.credentials().keycloakAdmin();
        URI endpoint = URI.create(stack.tokenEndpoint().toString().replace("/realms/indago/", "/realms/master/"));
        return token(
                endpoint,
                "access_token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        login.username(),
                        "password",
                        login.password()));
    }

    /** Once more if refused: Keycloak takes one login of a user at a time, and may not be done with the last one yet. */
    private String token(URI endpoint, String name, Map<String, String> form) {
        for (int attempt = 1; attempt < 10; attempt++) {
            try {
                return tokenAtOnce(endpoint, name, form);
            } catch (IllegalStateException refused) {
                pause();
            }
        }
        return tokenAtOnce(endpoint, name, form);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String tokenAtOnce(URI endpoint, String name, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        JsonNode token = read(answer.body()).path(name);
        if (!token.isTextual()) {
            throw new IllegalStateException("no token: " + answer.body());
        }
        return token.textValue();
    }

    /** How often the sandbox was asked for that path. */
    int sandboxRequests(String path) {
        return sandbox("/requests/count", path).path("count").intValue();
    }

    /** The last request the sandbox had for that path. */
    JsonNode lastSandboxRequest(String path) {
        return sandbox("/requests/find", path).path("requests").path(0);
    }

    /** Every request the sandbox has had. */
    String sandboxJournal() {
        return send(HttpRequest.newBuilder(URI.create(stack.sandboxUrl() + "/__admin/requests")))
                .body();
    }

    private JsonNode sandbox(String query, String path) {
        String pattern = JSON.createObjectNode().put("urlPath", path).toString();
        return read(send(HttpRequest.newBuilder(URI.create(stack.sandboxUrl() + "/__admin" + query))
                        .POST(HttpRequest.BodyPublishers.ofString(pattern)))
                .body());
    }

    /** A GET of the hub. */
    HttpResponse<String> get(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A POST to the hub, of nothing. */
    HttpResponse<String> post(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A lookup by POST of a JSON body. */
    HttpResponse<String> lookup(String value, String query, String token) {
        String body = JSON.createObjectNode().put("value", value).toString();
        return send(HttpRequest.newBuilder(uri("/api/indicator" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(40)).build(), HttpResponse.BodyHandlers.ofString());
            keep(answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Keycloak's aside, which tell secrets to whom they belong. */
    private void keep(HttpResponse<String> answer) throws IOException {
        if (answer.uri().getPort() != stack.issuer().getPort()) {
            String body = answer.body();
            String kept = answer.statusCode() + " " + answer.uri().getPath() + " "
                    + answer.headers().map() + "\n"
                    + body.substring(0, Math.min(body.length(), LONGEST_KEPT_ANSWER)) + "\n";
            synchronized (ANSWERS) {
                Files.writeString(ANSWERS, kept, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException("not JSON: " + text, malformed);
        }
    }

    @Override
    public void close() {
        application.close();
        stack.close();
    }

    /** Starts the hub before the first class that needs it, stops it after the last, and hands it to tests. */
    public static final class Extension implements BeforeAllCallback, ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(RunningHub.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            hub(context);
        }

        private static RunningHub hub(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent("hub", key -> new RunningHub(), RunningHub.class);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningHub.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return hub(context);
        }
    }
}
