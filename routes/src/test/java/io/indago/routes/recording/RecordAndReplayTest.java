package io.indago.routes.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.DescriptorFormat;
import io.indago.host.HostConfig;
import io.indago.host.HostedProvider;
import io.indago.host.LookupResult;
import io.indago.host.PluginHost;
import io.indago.host.Recordings.Mode;
import io.indago.host.Status;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.LookupCase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider asked over the real port, then by replay, then in a test of its plugin. */
class RecordAndReplayTest {
    private static final String KEY = "k/CANARY+4711 \"ä\\";
    private static final String USER = "alice@corp.example";
    private static final Indicator HOSTILE =
            Indicator.of(IndicatorType.URL, "http://evil.example/../../..%2f..\\CON?a=*:|<>");
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    private Path temporary;

    private Path folder;
    private ScanServer server;

    @BeforeAll
    static void start() {
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
        THREADS.shutdownNow();
    }

    @BeforeEach
    void open() throws IOException {
        folder = temporary.resolve("recordings");
        server = new ScanServer(KEY);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void replaysTheSameReportWithoutTheNetworkAndWithoutTheKey() {
        LookupResult real = lookup(Mode.RECORD, HOSTILE, settings());
        int requests = server.requests();
        server.close();

        LookupResult replayed = lookup(Mode.REPLAY, HOSTILE, Map.of());
        LookupResult again = lookup(Mode.REPLAY, HOSTILE, Map.of("api-key", "another-key", "user", USER));

        assertThat(real.calls()).isEqualTo(4).isEqualTo(requests);
        assertSameReport(replayed, real);
        assertSameReport(again, real);
        assertThat(replayed.calls()).as("calls that cost something").isZero();
        assertThat(server.requests()).isEqualTo(requests);
    }

    @Test
    void aTestOfThePluginReadsTheFilesAsTheyAre() throws IOException {
        LookupResult real = lookup(Mode.RECORD, HOSTILE, settings());
        Path fixtures = Files.createDirectories(temporary.resolve("resources/fixtures"));
        for (Path file : files()) {
            Files.copy(file, fixtures.resolve(file.getFileName()));
        }

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] resources = {temporary.resolve("resources").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(resources, before);
                FixtureHost host = FixtureHost.of(new ScanPlugin(server.base()), Map.of("api-key", "a-made-up-key"))) {
            thread.setContextClassLoader(loader);
            LookupCase recorded = LookupCase.of("a bad page", HOSTILE.type(), HOSTILE.value())
                    .recorded(files().stream()
                            .map(file -> file.getFileName().toString())
                            .toArray(String[]::new));

            assertSameReport(host.replying(recorded).lookup(HOSTILE), real);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void noFileHoldsASecretInAnyForm() throws IOException {
        lookup(Mode.RECORD, HOSTILE, settings());

        byte[] key = KEY.getBytes(StandardCharsets.UTF_8);
        String percent = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
        List<String> canaries = Stream.of(
                        KEY,
                        percent,
                        percent.replace("+", "%20"),
                        KEY.replace("\\", "\\\\").replace("\"", "\\\""),
                        KEY.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                        Base64.getEncoder().encodeToString(key),
                        Base64.getEncoder().encodeToString((USER + ":" + KEY).getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder().encodeToString(("bob:" + KEY).getBytes(StandardCharsets.UTF_8)),
                        USER,
                        "CANARY")
                .flatMap(canary -> Stream.of(canary, URLEncoder.encode(canary, StandardCharsets.UTF_8)))
                .toList();
        assertThat(files()).hasSize(4).allSatisfy(file -> {
            assertThat(Files.readString(file)).doesNotContain(canaries).contains("SCRUBBED");
            assertThat(file.getFileName().toString()).doesNotContain("canary");
        });
        assertThat(Files.readString(files().get(0)))
                .contains("\"leftOut\" : [ \"Set-cookie\", \"X-api-user\" ]", "engine 7");
    }

    @Test
    void namesFilesSafelyAndTheSameEveryTime() throws IOException {
        lookup(Mode.RECORD, HOSTILE, settings());
        List<Path> first = files();
        lookup(Mode.RECORD, HOSTILE, Map.of("api-key", "another-key"));

        assertThat(files()).isEqualTo(first).allSatisfy(file -> {
            assertThat(file.getParent()).isEqualTo(folder.resolve("scan"));
            assertThat(file.getFileName().toString()).matches("(get|post)-scans-[a-z0-9]+-[0-9a-f]{16}-0[123]\\.json");
        });
    }

    @Test
    void saysWhichRecordingIsMissing() {
        LookupResult result = lookup(Mode.REPLAY, HOSTILE, Map.of());

        assertThat(result.outcome().status()).isEqualTo(Status.SKIPPED);
        assertThat(result.outcome().reason())
                .startsWith("calls are replayed, and there is no recording of POST " + server.base()
                        + "/scans/SCRUBBED?key=SCRUBBED: record it, or give ")
                .contains("post-scans-scrubbed-");
        assertThat(server.requests()).isZero();
    }

    @Test
    void saysWhichRecordingIsBroken() throws IOException {
        lookup(Mode.RECORD, HOSTILE, settings());
        Path post = files().stream()
                .filter(file -> file.toString().contains("post-"))
                .findFirst()
                .orElseThrow();
        Files.writeString(post, "{\"request\": {}");

        LookupResult result = lookup(Mode.REPLAY, HOSTILE, Map.of());

        assertThat(result.outcome().status()).isEqualTo(Status.SKIPPED);
        assertThat(result.outcome().reason())
                .contains(post.getFileName().toString(), "can't be read: no JSON at line 1");
    }

    @Test
    void recordsAndReplaysHealthChecks() throws IOException {
        assertThat(health(Mode.REPLAY).reason()).contains("no recording of GET");
        assertThat(health(Mode.RECORD).state()).isEqualTo(Health.State.UP);
        server.close();

        assertThat(files()).singleElement().matches(file -> file.toString().contains("get-account-"));
        assertThat(health(Mode.REPLAY).state()).isEqualTo(Health.State.UP);
    }

    @Test
    void whatCannotBeWrittenIsAProblemAndNoFailure() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        RecordingFolder recordings = new RecordingFolder(folder, Mode.RECORD, Clock.systemUTC());
        try (CamelHttpPort port = new CamelHttpPort(CAMEL, THREADS, 5, Clock.systemUTC());
                PluginHost host = host(recordings, port, settings())) {
            assertThat(lookup(host, HOSTILE).outcome().status()).isEqualTo(Status.HIT);
            recordings.close(); // all is written, or not

            assertThat(host.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .startsWith("nothing can be recorded in " + folder + ": java.nio.file."));
        }
    }

    private LookupResult lookup(Mode mode, Indicator indicator, Map<String, String> settings) {
        try (CamelHttpPort port = new CamelHttpPort(CAMEL, THREADS, 5, Clock.systemUTC());
                RecordingFolder recordings = new RecordingFolder(folder, mode, Clock.systemUTC());
                PluginHost host = host(recordings, port, settings)) {
            return lookup(host, indicator);
        }
    }

    private Health health(Mode mode) {
        try (CamelHttpPort port = new CamelHttpPort(CAMEL, THREADS, 5, Clock.systemUTC());
                RecordingFolder recordings = new RecordingFolder(folder, mode, Clock.systemUTC());
                PluginHost host = host(recordings, port, settings())) {
            return host.providers()
                    .get(0)
                    .health(soon(), "test")
                    .toCompletableFuture()
                    .join()
                    .health();
        }
    }

    private static LookupResult lookup(PluginHost host, Indicator indicator) {
        HostedProvider provider = host.providers().get(0);
        return provider.lookup(indicator, soon(), "test")
                .result()
                .toCompletableFuture()
                .join();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }

    private PluginHost host(RecordingFolder recordings, CamelHttpPort port, Map<String, String> settings) {
        HostConfig config = new HostConfig(
                Path.of("none"),
                List.of(),
                Map.of("scan", settings),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorFormat.NONE,
                Optional.of(recordings),
                temporary,
                Clock.systemUTC());
        return PluginHost.of(new ScanPlugin(server.base()), config, port);
    }

    private static Map<String, String> settings() {
        return Map.of("api-key", KEY, "user", USER);
    }

    private static void assertSameReport(LookupResult found, LookupResult expected) {
        Report report = expected.outcome().report().orElseThrow();
        assertThat(report.summary()).isEqualTo("seen in a botnet");
        assertThat(found.outcome().report()).as(found.outcome().reason()).isPresent();
        assertThat(found.outcome().report().get()).usingRecursiveComparison().isEqualTo(report);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
