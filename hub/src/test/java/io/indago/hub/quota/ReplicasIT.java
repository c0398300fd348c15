package io.indago.hub.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.hub.RunningHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three hubs, processes of their own, on one PostgreSQL, and a provider that counts by its own clock. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static final int LIMIT = 100;
    private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("indago.replicas.window", 6));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningHub running;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HubProcess> hubs = new ArrayList<>();
    private final AtomicInteger indicators = new AtomicInteger();
    private MeteredProvider provider;
    private Gate database;
    private String token = "";
    private String another = "";

    ReplicasIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        provider = new MeteredProvider(WINDOW);
        provider.describeIn(folder.resolve("plugins"));
        database = new Gate(URI.create(running.stack().postgresUrl().substring("jdbc:".length()))
                .getPort());
        Map<String, String> settings = Map.of(
                "INDAGO_PROVIDERS_METERED_API_KEY",
                folder.toString(),
                "INDAGO_PROVIDERS_METERED_QUOTA",
                LIMIT + "/" + WINDOW.toSeconds() + "s");
        for (int i = 0; i < 3; i++) {
            hubs.add(new HubProcess(
                            folder.resolve("hub-" + i), running, database.port(), folder.resolve("plugins"), settings)
                    .start());
        }
        hubs.forEach(HubProcess::awaitReady);
        token = running.token("analyst", "tasks");
        another = running.token("admin", "tasks");
        lookups(9, Duration.ofSeconds(5));
    }

    @AfterAll
    void stop() throws Exception {
        for (HubProcess hub : hubs) {
            hub.kill();
        }
        provider.close();
        database.close();
        letTheOthersHaveTheirPartitions();
    }

    /** Who was killed would keep them for another minute. */
    private void letTheOthersHaveTheirPartitions() throws InterruptedException, ExecutionException {
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", running.stack().kafkaBootstrap()))) {
            for (String group : List.of("indago-accounting", "indago-deliveries")) {
                kafka.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
            }
        }
    }

    @AfterEach
    void noWindowHadACallTooMany() {
        assertThat(provider.calls())
                .allSatisfy((begin, calls) -> assertThat(calls).isLessThanOrEqualTo(LIMIT));
    }

    @Test
    @Order(1)
    void sharesTheQuotaAndLetsNobodyStarve() {
        awaitFreshWindow();
        int before = provider.total();
        CompletableFuture<List<Answer>> flood =
                begin(500, WINDOW.multipliedBy(3).dividedBy(2));
        Awaitility.await().until(() -> provider.total() - before >= LIMIT / 2);
        List<Answer> few = ask(another, 6, WINDOW.multipliedBy(3).dividedBy(2)).join();
        report("6 of another user's meanwhile", few);
        Map<String, Long> ends = report("500 lookups at once", flood.join());

        assertThat(few).as("another user's").allSatisfy(answer -> assertThat(answer.status())
                .as(answer.reason())
                .isEqualTo("hit"));

        // On a busy machine some wait in vain for their turn
        assertThat(ends.keySet()).contains("hit", "rate_limited").isSubsetOf("hit", "rate_limited", "timeout");
        assertThat(ends.get("hit")).isGreaterThanOrEqualTo(LIMIT / 2);
    }

    @Test
    @Order(2)
    void aReplicaThatIsKilledAndComesBackHasNoMore() throws Exception {
        awaitFreshWindow();
        CompletableFuture<List<Answer>> storm = begin(300, Duration.ofSeconds(3));
        hubs.get(2).kill();
        hubs.get(2).start();
        storm.join();
        hubs.get(2).awaitReady();
        report("300 lookups after one was killed and came back", lookups(300, Duration.ofSeconds(3)));
    }

    @Test
    @Order(3)
    void withoutPostgresqlSpendsWhatWasLeasedAndNoMore() throws Exception {
        awaitFreshWindow();
        List<CompletableFuture<List<Answer>>> rounds = new ArrayList<>();
        Instant begun = Instant.now();
        Instant end = begun.plus(WINDOW.multipliedBy(3));
        boolean isShut = false;
        while (Instant.now().isBefore(end)) {
            boolean toBeShut = Instant.now().isAfter(begun.plus(WINDOW.dividedBy(3)))
                    && Instant.now().isBefore(begun.plus(WINDOW.multipliedBy(2)));
            if (toBeShut != isShut) {
                isShut = toBeShut;
                if (isShut) {
                    database.shut();
                } else {
                    database.openAgain();
                }
            }
            rounds.add(begin(12, Duration.ofSeconds(2)));
            Thread.sleep(250);
        }
        List<Answer> answers =
                rounds.stream().flatMap(round -> round.join().stream()).toList();
        report("12 lookups every 250 ms, without PostgreSQL for the second third", answers);

        assertThat(answers).as("what is said meanwhile").anySatisfy(answer -> assertThat(answer.reason())
                .contains("PostgreSQL, which can't be asked"));
        Awaitility.await().atMost(WINDOW.multipliedBy(2)).until(() -> lookups(3, Duration.ofSeconds(2)).stream()
                .allMatch(answer -> answer.status().equals("hit")));
    }

    @Test
    @Order(4)
    void whatTheProviderSaysToOneHoldsForAll() {
        awaitFreshWindow();
        Duration left = Duration.ofSeconds(6);
        provider.refuseFor(left);
        assertThat(ask(hubs.get(0), Duration.ofSeconds(5)).join().status()).isEqualTo("rate_limited");
        Instant told = Instant.now().plusSeconds(1);
        provider.refuseNoMore();
        Awaitility.await().until(() -> Instant.now().isAfter(told));
        List<Answer> answers = lookups(30, Duration.ofSeconds(1));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn("rate_limited", "timeout"));
        assertThat(provider.arrivalsSince(told)).isEmpty();
        Awaitility.await().atMost(left.plusSeconds(3)).until(() -> lookups(3, Duration.ofSeconds(1)).stream()
                .allMatch(answer -> answer.status().equals("hit")));
    }

    @Test
    @Order(5)
    void aThousandEqualLookupsOverAllAreOneCall() {
        provider.takeItsTime(Duration.ofMillis(500));
        int before = provider.total();
        int number = indicators.incrementAndGet();
        List<CompletableFuture<Answer>> all = IntStream.range(0, 1_000)
                .mapToObj(i -> ask(token, hubs.get(i % hubs.size()), number, Duration.ofSeconds(20)))
                .toList();
        List<Answer> answers = all.stream().map(CompletableFuture::join).toList();
        int calls = provider.total() - before;
        System.out.printf(
                "1000 equal lookups: %d calls; %s, %s%n",
                calls, counted(answers, Answer::status), counted(answers, Answer::origin));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo("hit"));
        assertThat(calls).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.origin().equals("provider")))
                .as("who pays")
                .hasSize(1);
    }

    private record Answer(int hub, String status, String reason, String origin) {}

    private List<Answer> lookups(int count, Duration deadline) {
        return begin(count, deadline).join();
    }

    /** Of different indicators, to each hub in turn. */
    private CompletableFuture<List<Answer>> begin(int count, Duration deadline) {
        return ask(token, count, deadline);
    }

    private CompletableFuture<List<Answer>> ask(String user, int count, Duration deadline) {
        List<CompletableFuture<Answer>> all = IntStream.range(0, count)
                .mapToObj(i -> ask(user, hubs.get(i % hubs.size()), indicators.incrementAndGet(), deadline))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).handle((done, failure) -> all.stream()
                .filter(answer -> !answer.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList());
    }

    private CompletableFuture<Answer> ask(HubProcess hub, Duration deadline) {
        return ask(token, hub, indicators.incrementAndGet(), deadline);
    }

    private CompletableFuture<Answer> ask(String user, HubProcess hub, int number, Duration deadline) {
        String address = "45." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        HttpRequest request = HttpRequest.newBuilder(
                        hub.uri("/api/indicator/ipv4/" + address + "?deadline=" + deadline.toSeconds() + "s"))
                .header("Authorization", "Bearer " + user)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> answer(hubs.indexOf(hub), response));
    }

    private static Answer answer(int hub, HttpResponse<String> response) {
        try {
            JsonNode report = JSON.readTree(response.body()).path("reports").path(0);
            return new Answer(
                    hub,
                    report.path("status").asText("none: " + response.body()),
                    report.path("reason").asText(),
                    report.path("origin").asText());
        } catch (IOException unreadable) {
            throw new IllegalStateException(response.body(), unreadable);
        }
    }

    private Map<String, Long> report(String story, List<Answer> answers) {
        Map<String, Long> ends = counted(answers, Answer::status);
        System.out.printf(
                "%s: %s; hits per hub %s; the provider saw %s in windows of %s, allowed %d%n",
                story,
                ends,
                counted(
                        answers.stream()
                                .filter(answer -> answer.status().equals("hit"))
                                .toList(),
                        Answer::hub),
                provider.calls().values(),
                WINDOW,
                LIMIT);
        return ends;
    }

    private static <K> Map<K, Long> counted(List<Answer> answers, Function<Answer, K> by) {
        return answers.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    /** So that all have something to share, and time to do it in. */
    private void awaitFreshWindow() {
        long before = Instant.now().toEpochMilli() / WINDOW.toMillis();
        Awaitility.await()
                .atMost(WINDOW.multipliedBy(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    long now = Instant.now().minusSeconds(2).toEpochMilli();
                    return now / WINDOW.toMillis() > before;
                });
    }
}
