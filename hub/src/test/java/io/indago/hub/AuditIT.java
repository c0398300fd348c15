package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.PluginHost;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditHead;
import io.indago.routes.audit.RefusalTally;
import io.indago.routes.events.JsonMapping;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.util.FileSystemUtils;

/** The audit from an administrator's request to its entry, and what happens to who tampers with it. */
@ExtendWith(RunningHub.Extension.class)
class AuditIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningHub hub;

    AuditIT(RunningHub hub) {
        this.hub = hub;
    }

    /** So that no test leaves a broken chain to the next, nor to the next run. */
    @AfterEach
    void theChainIsWholeAgain() {
        assertThat(verified().path("state").textValue()).isNotEqualTo("broken");
    }

    @Test
    void recordsWhatAnAdministratorDoesBeforeAndAfter() {
        String reason = "audit " + UUID.randomUUID();
        post("/api/plugins/dns/disable", "{\"reason\": \"" + reason + "\"}", "mon");
        post("/api/plugins/dns/enable", "", "mon");

        JsonNode requested = awaitEntry("object=dns&action=plugin.disable&outcome=requested", reason);
        assertThat(requested.path("username").textValue()).isEqualTo("admin");
        assertThat(requested.path("client").textValue()).isNotBlank();
        assertThat(requested.path("address").textValue()).isEqualTo("127.0.0.1");
        String request = requested.at("/details/request").textValue();
        JsonNode done = awaitEntry("object=dns&action=plugin.disable&outcome=done", request);
        assertThat(done.path("position").longValue())
                .isGreaterThan(requested.path("position").longValue());
    }

    @Test
    void recordsWhatAnAdministratorTriedInVain() {
        String id = "nothing-" + UUID.randomUUID();
        assertThat(post("/api/plugins/" + id + "/kill", "", "mon").statusCode()).isEqualTo(404);

        awaitEntry("action=plugin&outcome=failed&object=" + id, "not found");
    }

    @Test
    void countsAFloodOfRefusedScopesAsOne() {
        long before = verified().path("sound").longValue();
        String token = hub.token("analyst", "tasks");
        for (int request = 0; request < 50; request++) {
            assertThat(hub.get("/api/admin/audit", token).statusCode()).isEqualTo(403);
        }
        hub.bean(RefusalTally.class).tell();

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> since = entries("action=scope.refuse&user=analyst&limit=500").stream()
                    .filter(entry -> entry.path("position").longValue() > before)
                    .filter(entry -> entry.path("object").asText().equals("GET /api/admin/audit"))
                    .toList();
            // The minute may have ended in between
            assertThat(since).hasSizeBetween(1, 2);
            assertThat(since.stream()
                            .mapToInt(entry -> entry.at("/details/times").asInt())
                            .sum())
                    .isEqualTo(50);
        });
    }

    @Test
    void recordsALookupThatWasKeptFromProvidersOnce() {
        String token = hub.token("analyst", "tasks");
        for (int lookup = 0; lookup < 3; lookup++) {
            hub.lookup("185.220.101.34", "?tlp=RED&pap=CLEAR", token);
        }
        hub.bean(RefusalTally.class).tell();

        JsonNode entry = awaitEntry("action=lookup.withhold&user=analyst", "virustotal");
        assertThat(entry.path("object").textValue()).startsWith("TLP:RED PAP:CLEAR ipv4 ");
        assertThat(entry.toString()).doesNotContain("185.220.101.34");
    }

    @Test
    void isPagedAndFiltered() {
        // What nobody else does
        String id = "nothing-" + UUID.randomUUID();
        String failed = "action=plugin&outcome=failed&object=" + id;
        post("/api/plugins/" + id + "/kill", "", "mon");
        post("/api/plugins/" + id + "/kill", "", "mon");
        Awaitility.await().atMost(SOON).until(() -> entries(failed).size() == 2);

        JsonNode first = list(failed + "&limit=1");
        JsonNode second = list(failed + "&limit=1&offset=1");
        assertThat(first.path("more").booleanValue()).isTrue();
        assertThat(first.at("/entries/0/position").longValue())
                .isGreaterThan(second.at("/entries/0/position").longValue());
        assertThat(list("from=2000-01-01&to=2000-01-02").path("entries")).isEmpty();
        assertThat(get("/api/admin/audit?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/admin/audit?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void isOneChainWhoeverAppendsAndTakesNoEventTwice() throws Exception {
        EventStore<AuditEvent> store = store();
        String action = "test." + UUID.randomUUID();
        List<AuditEvent> events = new ArrayList<>();
        for (int each = 0; each < 40; each++) {
            events.add(event(action, "{}"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> work = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            int from = worker * 5;
            work.add(() -> {
                for (int each = from; each < from + 25; each += 5) {
                    store.store(events.subList(each, each + 5));
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();

        assertThat(entries("limit=500&action=" + action))
                .hasSize(40)
                .extracting(entry -> entry.path("id").textValue())
                .doesNotHaveDuplicates();
        assertThat(verified().path("state").textValue()).isEqualTo("whole");
    }

    @Test
    void publishesItsHeadOutsideTheDatabase() {
        JsonNode verified = verified();

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(hub.records(AuditHead.TOPIC))
                .anySatisfy(head -> assertThat(
                                RunningHub.read(head).path("position").longValue())
                        .isGreaterThanOrEqualTo(verified.path("sound").longValue())));
        assertThat(verified().path("proven").longValue()).isPositive();
    }

    @Test
    void namesTheEntryThatWasEditedByWhoOwnsTheTable() throws SQLException {
        long position = aFewEntries() - 1;
        asOwner("update audit.entry set username = username || 'x' where position = " + position);
        JsonNode broken = verified();
        asOwner("update audit.entry set username = left(username, -1) where position = " + position);

        assertThat(broken.path("state").textValue()).isEqualTo("broken");
        assertThat(broken.path("brokenAt").longValue()).isEqualTo(position);
        assertThat(broken.path("sound").longValue()).isEqualTo(position - 1);
    }

    /** A number that reads like the text it was. */
    @Test
    void findsATypeThatWasEdited() throws Exception {
        String action = "test." + UUID.randomUUID();
        store().store(List.of(event(action, "{\"n\": \"7\"}")));
        long position = entries("action=" + action).get(0).path("position").longValue();
        asOwner("update audit.entry set details = '{\"n\": 7}' where position = " + position);
        JsonNode broken = verified();
        asOwner("update audit.entry set details = '{\"n\": \"7\"}' where position = " + position);

        assertThat(broken.path("brokenAt").longValue()).isEqualTo(position);
    }

    @Test
    void findsAnEntryThatWasTakenOut() throws SQLException {
        long position = aFewEntries() - 1;
        asOwner("create table audit.aside as select * from audit.entry where position = " + position
                + "; delete from audit.entry where position = " + position);
        JsonNode broken = verified();
        asOwner("insert into audit.entry select * from audit.aside; drop table audit.aside");

        assertThat(broken.path("brokenAt").longValue()).isEqualTo(position);
    }

    @Test
    void findsThatTheEndWasCutOff() throws SQLException {
        long position = aFewEntries();
        verified();
        Awaitility.await().atMost(SOON).until(() -> verified().path("proven").longValue() >= position);
        asOwner("create table audit.aside as select * from audit.entry where position >= " + position
                + "; delete from audit.entry where position >= " + position);
        JsonNode broken = verified();
        asOwner("insert into audit.entry select * from audit.aside; drop table audit.aside");

        assertThat(broken.path("state").textValue()).isEqualTo("broken");
        assertThat(broken.path("brokenAt").longValue()).isEqualTo(position);
        assertThat(broken.path("reason").textValue()).contains("the end is missing");
    }

    @Test
    void tellsWhatTheHubSeesOfItsPlugins(@TempDir Path plugins) throws Exception {
        HostilePlugin.compileInto(plugins);
        String quota = 1 + new SecureRandom().nextInt(1_000_000) + "/1d";
        try (ConfigurableApplicationContext other = hub.start(Map.of(
                "indago.plugins.folder", plugins,
                "indago.providers.good.quota", quota))) {
            awaitEntry("action=hub.start", "version");
            String configured = awaitEntry("action=plugin.configure&object=good&limit=1", "fingerprint")
                    .at("/details/fingerprint")
                    .textValue();
            assertThat(configured).hasSize(64).isNotEqualTo(quota);
            long before = verified().path("sound").longValue();
            FileSystemUtils.deleteRecursively(plugins.resolve("HostilePlugin.jar"));
            other.getBean(PluginHost.class).rescan();
            Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(entries("action=plugin.remove"))
                    .anySatisfy(entry ->
                            assertThat(entry.path("position").longValue()).isGreaterThan(before)));
        }
    }

    @Test
    void forgetsWhoIsForgottenAndStaysWhole() throws Exception {
        String name = "gone-" + UUID.randomUUID();
        hub.database()
                .update(
                        "insert into accounting.request_day (day, subject, username, indicator_type, status, requests)"
                                + " values (current_date, ?, ?, '', '200', 1)",
                        "id-" + name,
                        name);
        store().store(List.of(event("test." + name, "{}", name, "id-" + name, "192.0.2.7")));
        assertThat(entries("user=" + name)).hasSize(1);

        HttpResponse<String> forgotten = hub.send(HttpRequest.newBuilder(hub.uri("/api/admin/log/" + name))
                .header("Authorization", "Bearer " + hub.token("admin", "mon"))
                .DELETE());

        assertThat(forgotten.statusCode()).as(forgotten.body()).isEqualTo(200);
        String pseudonym = RunningHub.read(forgotten.body()).path("pseudonym").textValue();
        assertThat(entries("user=" + name)).isEmpty();
        List<JsonNode> entries = entries("user=" + pseudonym);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("subject").textValue()).isEqualTo(pseudonym);
        assertThat(entries.get(0).path("address").textValue()).isEmpty();
        awaitEntry("action=user.forget&outcome=done&object=" + pseudonym, "admin");
        JsonNode verified = verified();
        assertThat(verified.path("state").textValue()).isEqualTo("whole");
        assertThat(verified.path("pseudonymised").longValue()).isPositive();
    }

    @Test
    void isMeasured() {
        post("/api/plugins/dns/cache/clear", "", "mon");
        verified();

        assertThat(hub.send(HttpRequest.newBuilder(hub.managementUri("/actuator/prometheus")))
                        .body())
                .contains("indago_admin_actions_total{action=\"plugin.cache-clear\",outcome=\"done\"}")
                .contains("indago_audit_chain_verified 1.0");
    }

    /** The position of the last of two entries of one request, when nothing else is under way. */
    private long aFewEntries() {
        String reason = "few " + UUID.randomUUID();
        post("/api/plugins/dns/disable", "{\"reason\": \"" + reason + "\"}", "mon");
        String request = awaitEntry("action=plugin.disable&outcome=requested", reason)
                .at("/details/request")
                .textValue();
        JsonNode done = awaitEntry("action=plugin.disable&outcome=done", request);
        post("/api/plugins/dns/enable", "", "mon");
        return done.path("position").longValue();
    }

    private JsonNode awaitEntry(String filter, String containing) {
        List<JsonNode> found = new ArrayList<>();
        Awaitility.await().atMost(SOON).until(() -> {
            entries(filter).stream()
                    .filter(entry -> entry.toString().contains(containing))
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private List<JsonNode> entries(String filter) {
        List<JsonNode> entries = new ArrayList<>();
        list(filter).path("entries").forEach(entries::add);
        return entries;
    }

    private JsonNode list(String filter) {
        HttpResponse<String> answer = get("/api/admin/audit?" + filter);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private JsonNode verified() {
        HttpResponse<String> answer = get("/api/admin/audit/verification");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return hub.get(path, hub.token("admin", "mon:read"));
    }

    private HttpResponse<String> post(String path, String body, String scope) {
        return hub.send(HttpRequest.newBuilder(hub.uri(path))
                .header("Authorization", "Bearer " + hub.token("admin", scope))
                .POST(BodyPublishers.ofString(body)));
    }

    private void asOwner(String statements) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        hub.stack().postgresUrl(),
                        hub.stack().postgresOwner(),
                        hub.stack().postgresOwnerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(statements);
        }
    }

    private EventStore<AuditEvent> store() {
        return hub.bean(ResolvableType.forClassWithGenerics(EventStore.class, AuditEvent.class));
    }

    private static AuditEvent event(String action, String details) throws Exception {
        return event(action, details, "test", "", "");
    }

    private static AuditEvent event(String action, String details, String username, String subject, String address)
            throws Exception {
        String json = """
                {"schema": "indago.audit.v1", "id": "%s", "at": "2026-11-21T12:00:00Z", "action": "%s", "object": "",
                 "actor": {"subject": "%s", "username": "%s", "client": "", "address": "%s"}, "outcome": "done",
                 "details": %s}""".formatted(UUID.randomUUID(), action, subject, username, address, details);
        return JsonMapping.mapper().readValue(json, AuditEvent.class);
    }
}
