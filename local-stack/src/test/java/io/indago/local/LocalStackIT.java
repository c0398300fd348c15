package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalStackIT {

    private static final Path STATE = Path.of("target/local-stack-it");
    private static final Path PLUGINS = STATE.resolve("plugins");

    private static List<RecordedProcess> abandoned = List.of();
    private static LocalStack stack;

    /** Everything below runs on a stack that had to clear up after a killed one. */
    @BeforeAll
    static void startAfterALauncherWasKilled() throws IOException, InterruptedException {
        Files.createDirectories(PLUGINS);
        writePluginJar(PLUGINS.resolve("demo.jar"));
        Process launcher = new ProcessBuilder(
                        Jvm.current().java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedStack.class.getName(),
                        STATE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = launcher.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");
        }
        launcher.destroyForcibly().waitFor();
        abandoned = new ProcessLedger(STATE).alive();
        stack = LocalStack.start(LocalStackConfig.in(STATE, PLUGINS));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
            assertThat(new ProcessLedger(STATE).alive()).isEmpty();
        }
    }

    @Test
    void findsAndStopsWhatAKilledLauncherLeft() {
        assertThat(abandoned)
                .extracting(RecordedProcess::name)
                .containsExactlyInAnyOrder("keycloak", "kafka", "postgres", "sandbox");
        assertThat(abandoned).allSatisfy(process -> assertThat(process.handle()).isEmpty());
    }

    @Test
    void refusesASecondStackInTheSameFolder() {
        assertThatThrownBy(() -> LocalStack.start(LocalStackConfig.in(STATE, PLUGINS)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("already runs");
    }

    @Test
    void givesTheAnalystExactlyTheScopesAskedFor() throws IOException, InterruptedException {
        Token token = Token.of(stack, stack.credentials().analyst(), "tasks users");

        assertThat(token.scopes()).containsExactlyInAnyOrder("tasks", "users");
        assertThat(token.claim("aud")).isEqualTo("hub-api");
        assertThat(token.claim("sub")).isNotBlank();
        assertThat(token.claim("preferred_username")).isEqualTo("analyst");
        assertThat(token.claim("iss")).isEqualTo(stack.issuer().toString());
    }

    @Test
    void givesNoScopeThatTheRolesDoNotCover() throws IOException, InterruptedException {
        Token token = Token.of(stack, stack.credentials().analyst(), "mon tasks");

        assertThat(token.scopes()).containsExactly("tasks");
    }

    @Test
    void givesTheAdminAllScopes() throws IOException, InterruptedException {
        Token token = Token.of(stack, stack.credentials().admin(), "mon users tasks");

        assertThat(token.scopes()).containsExactlyInAnyOrder("mon", "users", "tasks");
    }

    @Test
    void passesARecordThroughKafkaAlsoWhenItWasKilledInBetween() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("indago.test", "key", "value")).get();
        }

        stack.kafka().kill();
        assertThat(stack.kafka().isRunning()).isFalse();
        stack.kafka().start();

        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("indago.test", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .extracting(ConsumerRecord::value)
                    .contains("value");
        }
    }

    @Test
    void keepsPostgresDurable() throws SQLException {
        assertThat(answer("SHOW fsync")).isEqualTo("on");
        assertThat(answer("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(answer("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsCommittedRowsWhenPostgresIsKilled() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS kept");
            statement.execute("CREATE TABLE kept AS SELECT 'still here' AS note");
        }
        long pid = stack.postgres().pid();

        stack.postgres().kill();
        stack.postgres().start();

        assertThat(stack.postgres().pid()).isNotEqualTo(pid);
        assertThat(answer("SELECT note FROM kept")).isEqualTo("still here");
    }

    @Test
    void servesTheAnswersThatPluginsBring() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api.example.test/v1/192.0.2.1?verbose=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"address\":\"192.0.2.1\"}");
    }

    @Test
    void saysSoWhenTheSandboxKnowsNoAnswer() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api.example.test/v2/other");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.body()).contains("sandbox knows no answer");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(stack.sandboxUrl() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String answer(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.postgresUrl(), stack.postgresOwner(), stack.postgresOwnerPassword());
    }

    private static void writePluginJar(Path jar) throws IOException {
        String mappings = """
                {"mappings": [{
                  "request": {"method": "GET", "urlPathPattern": "/api.example.test/v1/.*"},
                  "response": {"status": 200, "jsonBody": {"address": "{{request.path.[2]}}"}}
                }]}
                """;
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/indago/sandbox/example.json"));
            out.write(mappings.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("META-INF/indago/sandbox/broken.json"));
            out.write("not json".getBytes(StandardCharsets.UTF_8));
        }
    }
}
