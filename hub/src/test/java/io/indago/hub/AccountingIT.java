package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingEvent.Answer;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.accounting.AccountingEvent.Stage;
import io.indago.routes.accounting.EventStore;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.events.ReconnectingClients;
import io.indago.routes.provider.ProviderDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ResolvableType;

/** Every request is one row in the end, whatever is down in between. */
@ExtendWith(RunningHub.Extension.class)
class AccountingIT {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final RunningHub hub;

    AccountingIT(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/admin/reports, report.csv",
        "/api/admin/report/analyst, report.csv",
        "/api/admin/logs, log.csv",
        "/api/admin/log/analyst, log.csv"
    })
    void answersInCsvAsAFileWithItsTotal(String path, String file) {
        String analyst = hub.token("analyst", "tasks");
        assertThat(hub.get("/api/indicator/ipv4/8.8.8.8", analyst).statusCode()).isEqualTo(200);
        String admin = hub.token("admin", "mon:read");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningHub.read(hub.get("/api/admin/report/analyst", admin)
                                        .body())
                                .path("total")
                                .asInt()
                        > 0);

        HttpResponse<String> answer = hub.get(path + "?format=csv&limit=1", admin);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + file + "\"");
        assertThat(answer.headers().firstValueAsLong("X-Total-Count").orElse(0)).isPositive();
    }

    @Test
    void findsEveryLookupThatWasMadeWhileNobodyStoredThem() throws Exception {
        Set<String> answered = new TreeSet<>();
        String token = hub.token("analyst", "tasks");
        hub.camel().getRouteController().stopRoute("accounting.store");
        try {
            for (int i = 0; i < 100; i++) {
                answered.add(RunningHub.read(
                                hub.get("/api/indicator/ipv4/9.9.9." + i, token).body())
                        .path("id")
                        .textValue());
            }
            assertThat(answered).hasSize(100);
            assertThat(rowsOf(answered)).isZero();
            await("how far the store is behind is seen")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> lag() >= 100);
        } finally {
            hub.camel().getRouteController().startRoute("accounting.store");
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> rowsOf(answered) == 100);
        assertThat(hub.database()
                        .queryForObject(
                                "select count(*) from accounting.provider_call where request_id = any (?)",
                                Integer.class,
                                (Object) ids(answered)))
                .isEqualTo(100 * hub.bean(ProviderDirectory.class).entries().size());
        await("and that it no longer is").atMost(Duration.ofSeconds(30)).until(() -> lag() == 0);
    }

    @Test
    void recordsEveryKindOfRequestOnceAndNoneWithoutAToken() {
        String token = hub.token("admin", "tasks users");
        String[] ids = {
            id(hub.get("/api/me", token)),
            id(hub.get("/api/indicator/ipv4/not-an-address", token)),
            id(hub.get("/api/nowhere", token)),
            id(hub.get("/api/indicator/ipv4/10.0.0.1?tlp=GREEN", token))
        };
        String refused = hub.send(HttpRequest.newBuilder(hub.uri("/api/me")))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();

        await().atMost(Duration.ofSeconds(15)).until(() -> rowsOf(Set.of(ids)) == 4);
        assertThat(hub.database()
                        .queryForList(
                                "select status from accounting.request where id = any (?) order by status",
                                Integer.class,
                                (Object) ids(Set.of(ids))))
                .containsExactly(200, 200, 400, 404);
        assertThat(rowsOf(Set.of(refused))).isZero();
    }

    @Test
    void consumersThatFailAreReplaced() {
        assertThat(hub.camel().getComponent("kafka", KafkaComponent.class).getKafkaClientFactory())
                .isInstanceOf(ReconnectingClients.class);
    }

    @Test
    void keepsWhatPostgresqlCanNotTakeUntilItCan() {
        String token = hub.token("analyst", "tasks");
        hub.stack().postgres().kill();
        String id;
        try {
            HttpResponse<String> lookup = hub.get("/api/indicator/ipv4/9.9.8.1", token);
            assertThat(lookup.statusCode())
                    .as("lookups work while PostgreSQL is down")
                    .isEqualTo(200);
            id = RunningHub.read(lookup.body()).path("id").textValue();
            HttpResponse<String> usage = hub.get("/api/me/usage", hub.token("analyst", "users"));
            assertThat(usage.statusCode()).isEqualTo(503);
            assertThat(usage.headers().firstValue("Retry-After")).isPresent();
        } finally {
            hub.stack().postgres().start();
        }

        await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> rowsOf(Set.of(id)) == 1);
    }

    @Test
    void mergesEventsThatComeTwiceOrInTheWrongOrderIntoOneRow() throws Exception {
        EventStore<AccountingEvent> store =
                hub.bean(ResolvableType.forClassWithGenerics(EventStore.class, AccountingEvent.class));
        UUID id = IDS.generate();
        AccountingEvent started = event(id, Stage.STARTED, Optional.empty());
        AccountingEvent completed = event(
                id,
                Stage.COMPLETED,
                Optional.of(new Answer(200, 17, started.at().plusMillis(5))));

        store.store(List.of(completed, started));
        store.store(List.of(started));
        store.store(List.of(started, completed));

        assertThat(hub.database().queryForList("select * from accounting.request where id = ?", id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("stage", 2).containsEntry("bytes", 17L));
    }

    @Test
    void putsAsideWhatCanNeverBeStoredAndGoesOn() throws Exception {
        AccountingEvent good = event(IDS.generate(), Stage.COMPLETED, Optional.of(new Answer(200, 1, Instant.now())));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(hub.bean(KafkaSettings.class).producerConfig())) {
            producer.send(new ProducerRecord<>(AccountingEvent.TOPIC, "garbage".getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(
                    AccountingEvent.TOPIC, hub.bean(ObjectMapper.class).writeValueAsBytes(good)));
            producer.flush();
        }

        await().atMost(Duration.ofSeconds(15))
                .until(() -> rowsOf(Set.of(good.id().toString())) == 1);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> hub.records("indago.accounting.v1.dlq").contains("garbage"));
    }

    @Test
    void saysWhatWasPutAsideWhereAndWhyAndTriesItAgain() throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(hub.bean(KafkaSettings.class).producerConfig())) {
            producer.send(new ProducerRecord<>(AccountingEvent.TOPIC, "u", "poison".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        await().atMost(Duration.ofSeconds(15))
                .until(() -> hub.records("indago.accounting.v1.dlq").contains("poison"));
        assertThat(hub.headers("indago.accounting.v1.dlq", "poison"))
                .containsEntry("indago.topic", "indago.accounting.v1")
                .containsEntry("indago.error", "JsonParseException")
                .containsEntry("indago.reason", "unreadable: JsonParseException")
                .containsKeys("indago.partition", "indago.offset");

        String admin = hub.token("admin", "mon");
        int before = deadLetters(admin);
        assertThat(before).isPositive();
        String offset = hub.headers("indago.accounting.v1.dlq", "poison").get("indago.offset");
        HttpResponse<String> replayed =
                hub.send(HttpRequest.newBuilder(hub.uri("/api/admin/dead-letters/indago.accounting.v1/replay"))
                        .header("Authorization", "Bearer " + admin)
                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        assertThat(RunningHub.read(replayed.body()).path("replayed").intValue()).isEqualTo(before);
        await("it was tried again, and still can't be stored")
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(hub.headers("indago.accounting.v1.dlq", "poison"))
                        .containsKey("indago.offset")
                        .doesNotContainEntry("indago.offset", offset));
        await().atMost(Duration.ofSeconds(15)).until(() -> deadLetters(admin) == before);
        assertThat(hub.send(HttpRequest.newBuilder(hub.uri("/api/admin/dead-letters/nothing/replay"))
                                .header("Authorization", "Bearer " + admin)
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasPutAsideAndCanBeStoredByNowIsStoredByAReplay() throws Exception {
        AccountingEvent good = event(IDS.generate(), Stage.COMPLETED, Optional.of(new Answer(200, 1, Instant.now())));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(hub.bean(KafkaSettings.class).producerConfig())) {
            byte[] record = hub.bean(ObjectMapper.class).writeValueAsBytes(good);
            producer.send(new ProducerRecord<>("indago.accounting.v1.dlq", "u", record))
                    .get();
        }
        String id = good.id().toString();
        assertThat(hub.records("indago.accounting.v1.dlq"))
                .anySatisfy(letter -> assertThat(letter).contains(id));
        assertThat(rowsOf(Set.of(id))).isZero();

        HttpResponse<String> replayed =
                hub.post("/api/admin/dead-letters/indago.accounting.v1/replay", hub.token("admin", "mon"));

        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        assertThat(RunningHub.read(replayed.body()).path("replayed").intValue()).isPositive();
        await().atMost(Duration.ofSeconds(15)).until(() -> rowsOf(Set.of(id)) == 1);
        assertThat(hub.records("indago.accounting.v1.dlq"))
                .noneSatisfy(letter -> assertThat(letter).contains(id));
    }

    /** As the metric has it, if the health says the same. */
    private double lag() {
        double lag = hub.bean(MeterRegistry.class)
                .get("indago.accounting.lag")
                .gauge()
                .value();
        JsonNode health =
                RunningHub.read(hub.send(HttpRequest.newBuilder(hub.managementUri("/actuator/health/dependencies")))
                        .body());
        double shown = health.at("/components/lag/details/accounting/waiting").asDouble(-1);
        return lag == shown ? lag : -1;
    }

    private int deadLetters(String admin) {
        for (JsonNode topic : RunningHub.read(
                        hub.get("/api/admin/dead-letters", admin).body())
                .path("topics")) {
            if (topic.path("topic").textValue().equals(AccountingEvent.TOPIC)) {
                return topic.path("deadLetters").intValue();
            }
        }
        throw new AssertionError("the topic is not listed");
    }

    private static AccountingEvent event(UUID id, Stage stage, Optional<Answer> answer) {
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        Request request = new Request("GET", "/api/me", Map.of(), "127.0.0.1", "");
        return new AccountingEvent(
                AccountingEvent.SCHEMA,
                stage,
                id,
                at,
                at,
                "s",
                "someone",
                "c",
                Optional.empty(),
                request,
                Optional.empty(),
                answer);
    }

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private int rowsOf(Set<String> ids) {
        return hub.database()
                .queryForObject(
                        "select count(*) from accounting.request where id = any (?) and stage = 2",
                        Integer.class,
                        (Object) ids(ids));
    }

    private static UUID[] ids(Set<String> ids) {
        return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
