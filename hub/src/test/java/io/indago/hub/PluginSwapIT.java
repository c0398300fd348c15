package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.PluginHost;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Plugins come, change and go while a hub of its own runs; {@code -Dindago.swaps} says how often under load. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginSwapIT {
    private static final int SWAPS = Integer.getInteger("indago.swaps", 40);
    private static final Duration BY_ITSELF = Duration.ofSeconds(5);

    private final RunningHub running;
    private final HttpClient http = HttpClient.newHttpClient();
    private HostileServer server;
    private ConfigurableApplicationContext hub;
    private Path folder;
    private Path builds;
    private String token = "";

    PluginSwapIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = Files.createDirectories(directory.resolve("plugins"));
        builds = Files.createDirectories(directory.resolve("builds"));
        server = new HostileServer();
        CompiledPlugin.into(builds, "VersionA", source("VersionA", "swapped", "a"));
        CompiledPlugin.into(builds, "VersionB", source("VersionB", "swapped", "b"));
        put("VersionA", "swapped.jar");
        hub = running.start(Map.of(
                "indago.plugins.folder", folder, "indago.sandbox.url", server.url(), "indago.kafka.patience", "20s"));
        token = running.token("admin", "tasks mon");
    }

    @AfterAll
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void takesOverAChangedFolderByItself() throws Exception {
        CompiledPlugin.into(builds, "Late", source("Late", "late", "here"));
        put("Late", "late.jar");
        Awaitility.await().atMost(BY_ITSELF).until(() -> said("late").equals("here"));

        Files.writeString(folder.resolve("late.jar"), "no jar");
        Awaitility.await().atMost(BY_ITSELF).untilAsserted(() -> assertThat(problems())
                .contains("goes on as it was: late.jar is no readable jar"));
        assertThat(said("late")).isEqualTo("here");

        Files.delete(folder.resolve("late.jar"));
        Awaitility.await().atMost(BY_ITSELF).until(() -> said("late").isEmpty());
    }

    @Test
    void takesItOverAtOnceWhenAsked() throws Exception {
        CompiledPlugin.into(builds, "Asked", source("Asked", "asked", "asked"));
        put("Asked", "asked.jar");
        JsonNode change = rescan();
        assertThat(change.path("added")).hasSize(1);
        assertThat(said("asked")).isEqualTo("asked");
        Files.delete(folder.resolve("asked.jar"));
        assertThat(rescan().path("removed").path(0).asText()).isEqualTo("asked");
    }

    @Test
    void failsNoLookupAndLeavesNothingBehind() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        LongAdder answered = new LongAdder();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService load = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            int first = i;
            load.execute(() -> {
                for (int n = first; !over.get(); n += 4) {
                    String said = said("swapped", "45.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255));
                    if (said.equals("a") || said.equals("b")) {
                        answered.increment();
                    } else {
                        failures.add(said);
                    }
                }
            });
        }
        int threads = 0;
        for (int swap = 1; swap <= SWAPS; swap++) {
            loaders.add(loader());
            put(swap % 2 == 0 ? "VersionA" : "VersionB", "swapped.jar");
            hub.getBean(PluginHost.class).rescan();
            long enough = answered.sum() + 4;
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> answered.sum() >= enough || !failures.isEmpty());
            threads = swap == 10 ? threads() : threads;
        }
        over.set(true);
        load.shutdown();
        assertThat(load.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        int before = threads;

        assertThat(failures).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            System.gc();
            assertThat(loaders).allMatch(loader -> loader.refersTo(null));
        });
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(threads())
                .isLessThanOrEqualTo(before));
        Files.writeString(
                Path.of("target/plugin-swaps.txt"),
                "%d swaps under load: %d lookups answered, %d failed, 0 of %d loaders left, threads %d -> %d%n"
                        .formatted(SWAPS, answered.sum(), failures.size(), loaders.size(), before, threads()));
    }

    /** A plugin with a provider that makes one call, and says that. */
    private static String source(String name, String id, String text) {
        return """
                package hostile;

                import io.indago.spi.*;
                import java.util.List;

                public class %s implements Plugin, ProviderFactory {
                    public List<ProviderFactory> providers() {
                        return List.of(this);
                    }

                    public ProviderSpec spec() {
                        return ProviderSpec.builder("%s", "Swapped").types(IndicatorType.IPV4).hosts("good.test")
                                .reliability(Reliability.B, "made up").build();
                    }

                    public Provider create(PluginConfig config, PluginContext context) {
                        return (indicator, lookup) -> Step.call(HttpCall.get("https://good.test", "x"),
                                reply -> Step.done(Report.hit("%s").build()));
                    }
                }
                """.formatted(name, id, text);
    }

    private void put(String build, String name) throws Exception {
        Path moved = Files.copy(
                builds.resolve(build + ".jar"), builds.resolve("moved"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(moved, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static WeakReference<ClassLoader> loader() {
        return new WeakReference<>(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("plugin-swapped-"))
                .findFirst()
                .orElseThrow()
                .getContextClassLoader());
    }

    /** Without those of what is around the plugin: HTTP connections, Kafka's, the JIT's. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("plugin-")
                        || thread.getName().startsWith("indago-")
                        || thread.getName().startsWith("Camel"))
                .count();
    }

    private String said(String provider) {
        return said(provider, "45.0.0.1");
    }

    /** The reason of the provider's report; blank without one. */
    private String said(String provider, String address) {
        JsonNode answer = send(HttpRequest.newBuilder(uri("/api/indicator/ipv4/" + address + "?deadline=10s")));
        for (JsonNode report : answer.path("reports")) {
            if (report.path("provider").asText().equals(provider)) {
                return report.path("reason").asText();
            }
        }
        return answer.has("reports") ? "" : answer.toString();
    }

    private String problems() {
        return send(HttpRequest.newBuilder(uri("/api/plugins"))).path("plugins").toString();
    }

    private JsonNode rescan() {
        return send(HttpRequest.newBuilder(uri("/api/plugins/rescan")).POST(BodyPublishers.noBody()));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + RunningHub.port(hub) + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
            return RunningHub.read(answer.body());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
