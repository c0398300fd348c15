package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.Connections;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Thousands of lookups with the worst ten plugins there are, {@code -Dindago.soak} says how many: a good one beside them
 * answers, and threads, connections and memory stay within the bound docs/architecture.md states.
 */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSoakIT {
    private static final int LOOKUPS = Integer.getInteger("indago.soak", 2_000);
    private static final int AT_ONCE = 100;
    private static final int PROVIDERS = 11;
    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final long MEGABYTE = 1024 * 1024;

    private final RunningHub running;
    private HostileServer server;
    private ConfigurableApplicationContext hub;
    private String token = "";

    HostileSoakIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start(@TempDir Path plugins) throws Exception {
        HostilePlugin.compileWorstInto(plugins);
        server = new HostileServer();
        hub = running.start(Map.of(
                "indago.plugins.folder", plugins, "indago.sandbox.url", server.url(), "indago.kafka.patience", "20s"));
        token = running.token("analyst", "tasks");
    }

    @AfterAll
    void stop() {
        HostilePlugin.stopBlocking();
        hub.close();
        server.close();
    }

    @Test
    void staysWithinItsBounds() throws Exception {
        soak(500);
        long heap = heapAfterGc();
        long threads = threads();
        Soak soak = soak(LOOKUPS);

        int good = soak.outcomes().getOrDefault("good hit", 0);
        assertThat(soak.outcomes().values().stream().mapToInt(count -> count).sum())
                .as("every provider has an outcome in each: %s", soak.outcomes())
                .isEqualTo(LOOKUPS * PROVIDERS);
        CamelHttpPort http = hub.getBean(CamelHttpPort.class);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        List.of("good", "hanging", "dripping", "vast", "garbage"))
                .allSatisfy(id -> {
                    Connections connections = http.connections(id);
                    assertThat(connections.inUse()).as(id).isZero();
                    assertThat(connections.waiting()).as(id).isZero();
                }));
        server.close(); // what it keeps of the connections that were cut is not the hub's
        long heapAfter = heapAfterGc();
        long threadsAfter = threads();
        long p999 = soak.percentile(99.9);
        Files.writeString(
                Path.of("target/hostile-soak.txt"),
                "lookups %d, good in %d, p50 %d ms, p99.9 %d ms, longest %d ms, threads %d -> %d, heap %d -> %d MB%n"
                        .formatted(
                                LOOKUPS,
                                good,
                                soak.percentile(50),
                                p999,
                                soak.percentile(100),
                                threads,
                                threadsAfter,
                                heap / MEGABYTE,
                                heapAfter / MEGABYTE));
        assertThat(good)
                .as("a busy machine may cost a few: %s", soak.outcomes())
                .isGreaterThan(LOOKUPS * 95 / 100);
        assertThat(heapAfter - heap).as("memory that stays").isLessThan(96 * MEGABYTE);
        // Without virtual threads a call takes one while it lasts, and a pool keeps it for a minute
        long calls = Runtime.version().feature() >= 21 ? 0 : (long) AT_ONCE * PROVIDERS;
        // A busy machine starts a few more for requests; one for each hundredth lookup would be a leak, and more
        assertThat(threadsAfter - threads).as("threads that stay").isLessThan(64 + calls);
        assertThat(p999).as("the deadline, and what a busy machine adds").isLessThan(DEADLINE.toMillis() + 2_000);
    }

    /** How the lookups went. */
    private record Soak(Map<String, Integer> outcomes, long[] millis) {
        long percentile(double percent) {
            return millis[(int) Math.ceil(millis.length * percent / 100) - 1];
        }
    }

    private Soak soak(int lookups) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicReferenceArray<Throwable> failures = new AtomicReferenceArray<>(lookups);
        Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
        long[] millis = new long[lookups];
        for (int i = 0; i < lookups; i++) {
            int number = i;
            free.acquire();
            long begun = System.nanoTime();
            client.sendAsync(request(number), BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                millis[number] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                try {
                    count(answer, failure, outcomes);
                } catch (Throwable wrong) {
                    failures.set(number, wrong);
                }
                free.release();
            });
        }
        free.acquire(AT_ONCE);
        for (int i = 0; i < lookups; i++) {
            assertThat(failures.get(i)).as("lookup %d", i).isNull();
        }
        Arrays.sort(millis);
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.get()));
        return new Soak(counts, millis);
    }

    private static void count(HttpResponse<String> answer, Throwable failure, Map<String, AtomicInteger> outcomes) {
        assertThat(failure).isNull();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (JsonNode report : RunningHub.read(answer.body()).path("reports")) {
            String outcome = (report.path("provider").textValue() + " "
                            + report.path("status").textValue() + " "
                            + report.path("error").asText(""))
                    .strip();
            outcomes.computeIfAbsent(outcome, key -> new AtomicInteger()).incrementAndGet();
        }
    }

    private HttpRequest request(int number) {
        String address = "9." + (number >> 16 & 0xFF) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.port(hub) + "/api/indicator/ipv4/"
                        + address + "?deadline=" + DEADLINE.toMillis() + "ms"))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static long heapAfterGc() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Those that are not the hostile server's. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("hostile-server"))
                .count();
    }
}
