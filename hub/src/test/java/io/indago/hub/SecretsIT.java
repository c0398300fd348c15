package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Last of the suite: after all the others did, no secret is found wherever the hub writes or answers, not even one that a
 * provider told. A word that is no secret is found in all of these places, so that they are truly searched.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {
    private static final String MARKER = "the marker";
    private static final List<String> PAGES = List.of(
            "/api/openapi.json",
            "/api/plugins",
            "/api/status",
            "/api/me",
            "/api/admin/audit?limit=500",
            "/api/admin/audit/verification",
            "/api/admin/logs?limit=500",
            "/api/admin/logs?limit=500&format=csv",
            "/api/admin/reports?by=provider",
            "/api/admin/reports?by=provider&format=csv",
            "/api/admin/reports?by=user",
            "/api/admin/reports?by=user&format=csv");

    private final RunningHub running;
    private final String marker = "planted-" + UUID.randomUUID();
    private final String indicator = marker + ".example";
    private final Map<String, String> echoed = new TreeMap<>();
    private EchoServer server;
    private ConfigurableApplicationContext echoing;
    private Path recordings;

    SecretsIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        recordings = folder.resolve("recordings");
        EchoPlugin.compileInto(folder.resolve("plugins"));
        EchoPlugin.PROVIDERS.forEach(provider -> echoed.put(provider, CanaryKeys.of(provider) + "/+\"\\&z"));
        String inVault = CanaryKeys.of("echo-body");
        echoed.put("echo-body", inVault);
        server = new EchoServer(inVault);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "indago.plugins.folder",
                folder.resolve("plugins"),
                "indago.recordings.folder",
                recordings,
                "indago.recordings.mode",
                "record",
                "indago.vault.url",
                server.url(),
                "indago.vault.token",
                EchoServer.VAULT_TOKEN,
                "management.endpoints.web.exposure.include",
                "*"));
        echoed.forEach((provider, key) -> {
            String prefix = "indago.providers." + provider + ".";
            settings.put(prefix + "mode", "live");
            settings.put(prefix + "url", server.url());
            settings.put(prefix + "api-key", provider.equals("echo-body") ? "vault:echo#key" : key);
        });
        echoing = running.start(settings);
    }

    @AfterAll
    void stop() {
        echoing.close();
        server.close();
    }

    @Test
    void areFoundNowhere() throws Exception {
        Map<String, String> secrets = new TreeMap<>(running.secrets());
        echoed.forEach((provider, key) -> secrets.put("the key of " + provider, key));
        secrets.put("the token for Vault", EchoServer.VAULT_TOKEN);
        secrets.put(MARKER, marker);
        SecretSearch search = new SecretSearch(secrets);
        SearchedPlaces places = new SearchedPlaces(search);

        haveTraffic();
        assertThat(server.keys())
                .as("keys that were sent, and told")
                .containsExactlyInAnyOrderElementsOf(echoed.values());
        searchAnswers(places);
        searchKafka(places);
        searchDatabase(places);
        searchFiles(places);

        String summary =
                search.size() - 1 + " secrets looked for in " + total(places, "") + " characters: " + places.read();
        Files.writeString(RunningHub.LOG.resolveSibling("secrets-search.txt"), summary + "\n");
        Set<String> markerIn = places.found().getOrDefault(MARKER, Set.of());
        Map<String, Set<String>> leaks = new TreeMap<>(places.found());
        leaks.remove(MARKER);
        assertThat(leaks).as(summary).isEmpty();
        assertThat(markerIn)
                .as("where the marker was found")
                .contains(
                        "log",
                        "answers",
                        "recordings",
                        "topic indago.enrichments.v1",
                        "table accounting.request",
                        "table audit.entry",
                        "hub /api/admin/logs?limit=500",
                        "hub /api/admin/logs?limit=500&format=csv",
                        "hub /api/admin/audit?limit=500");
        assertThat(search.size()).isGreaterThan(30);
        for (String kind : List.of(
                "log",
                "answers",
                "journals",
                "recordings",
                "topic ",
                "table accounting.",
                "table audit.",
                "hub actuator ",
                "echoing actuator ")) {
            assertThat(total(places, kind)).as(kind).isPositive();
        }
        PAGES.forEach(
                page -> assertThat(places.read()).as(summary).hasEntrySatisfying("hub " + page, read -> assertThat(read)
                        .isPositive()));
    }

    /** What a day brings: lookups, their plans, requests in vain, an administrator's work. */
    private void haveTraffic() {
        LoggerFactory.getLogger(SecretsIT.class).info("Secrets are looked for, and {}", marker);
        for (int port : List.of(RunningHub.port(echoing), running.uri("/").getPort())) {
            String lookup = "/api/indicator/domain/" + indicator;
            assertThat(get(port, lookup + "?plan&pap=CLEAR&tlp=CLEAR", "tasks").statusCode())
                    .isEqualTo(200);
            assertThat(get(port, lookup + "?pap=CLEAR&tlp=CLEAR", "tasks").statusCode())
                    .isEqualTo(200);
            assertThat(get(port, "/api/indicator/domain/no%20domain", "tasks").statusCode())
                    .isEqualTo(400);
            assertThat(get(port, "/api/plugins/none", "tasks").statusCode()).isEqualTo(404);
            assertThat(get(port, "/api/admin/logs", "tasks").statusCode()).isEqualTo(403);
        }
        String reason = "{\"reason\": \"" + marker + "\"}";
        for (String change : List.of("disable", "enable")) {
            HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/api/plugins/dns/" + change))
                    .header("Authorization", "Bearer " + running.token("admin", "mon"))
                    .POST(BodyPublishers.ofString(reason)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(rows("accounting.request", "indicator_value = '" + indicator + "'"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(rows("audit.entry", "details::text like '%" + marker + "%'"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(running.records("indago.enrichments.v1").stream().filter(record -> record.contains(marker)))
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    private static long total(SearchedPlaces places, String kind) {
        return places.read().entrySet().stream()
                .filter(place -> place.getKey().startsWith(kind))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long rows(String table, String where) {
        return running.database().queryForObject("select count(*) from " + table + " where " + where, Long.class);
    }

    private void searchAnswers(SearchedPlaces places) {
        Map<String, Integer> hubs = Map.of("hub", running.uri("/").getPort(), "echoing", RunningHub.port(echoing));
        hubs.forEach((name, port) -> {
            List<String> pages = new ArrayList<>(PAGES);
            RunningHub.read(get(port, "/api/plugins", "tasks").body()).findValuesAsText("id").stream()
                    .distinct()
                    .forEach(id -> pages.add("/api/plugins/" + id));
            for (String page : pages) {
                String scope = page.startsWith("/api/admin") ? "mon:read" : page.equals("/api/me") ? "users" : "tasks";
                places.search(name + " " + page, get(port, page, scope).body().lines());
            }
        });
        searchActuator(places, "hub", running.managementUri("/").getPort());
        searchActuator(places, "echoing", RunningHub.managementPort(echoing));
    }

    private void searchActuator(SearchedPlaces places, String hub, int port) {
        JsonNode links = RunningHub.read(get(port, "/actuator", "mon").body()).path("_links");
        for (JsonNode link : links) {
            String path = URI.create(link.path("href").asText().replaceAll("[{].*", ""))
                    .getPath();
            boolean template = link.path("templated").booleanValue();
            // The memory has them, of course, and the log is searched as a file
            if (!template && !path.endsWith("/heapdump") && !path.endsWith("/logfile")) {
                places.search(
                        hub + " actuator " + path, get(port, path, "mon").body().lines());
            }
        }
    }

    private HttpResponse<String> get(int port, String path, String scope) {
        return running.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + running.token("admin", scope)));
    }

    private void searchKafka(SearchedPlaces places) throws Exception {
        for (String topic : running.topics()) {
            places.search("topic " + topic, running.wholeRecords(topic));
        }
    }

    /** As who may see all of it. */
    private void searchDatabase(SearchedPlaces places) throws Exception {
        try (Connection owner = DriverManager.getConnection(
                running.stack().postgresUrl(),
                running.stack().postgresOwner(),
                running.stack().postgresOwnerPassword())) {
            // Else the driver has all rows in memory at once
            owner.setAutoCommit(false);
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            database.setFetchSize(1000);
            List<String> tables = database.queryForList(
                    "select format('%I.%I', relnamespace::regnamespace::text, relname) from pg_class"
                            + " where relnamespace::regnamespace::text in ('accounting', 'audit')"
                            + " and relkind in ('r', 'p', 'm') and not relispartition",
                    String.class);
            for (String table : tables) {
                try (Stream<String> rows = database.queryForStream(
                        "select row_to_json(t)::text from " + table + " t", (row, number) -> row.getString(1))) {
                    places.search("table " + table, rows);
                }
            }
        }
    }

    private void searchFiles(SearchedPlaces places) throws IOException {
        searchFile(places, "log", RunningHub.LOG);
        searchFile(places, "answers", RunningHub.ANSWERS);
        searchFolder(places, "journals", RunningHub.ALL_JOURNALS);
        searchFolder(places, "recordings", recordings);
    }

    private static void searchFolder(SearchedPlaces places, String place, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                places.search(place, Stream.of(file.getFileName().toString()));
                searchFile(places, place, file);
            }
        }
    }

    /** Some are no text, but what is in them in ASCII is the same in Latin-1. */
    private static void searchFile(SearchedPlaces places, String place, Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            places.search(place, lines);
        }
    }
}
