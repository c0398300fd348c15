package io.indago.plugins.intelx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.json.Json;
import io.indago.spi.Evidence;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntelxProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.EMAIL, "someone@example.org");
    private static final HttpReply STARTED = Reply.fixture("started.json");

    @Test
    void asksUntilTheSearchIsOverAndKeepsEachRecordOnce() {
        try (FixtureHost host = host(
                Map.of(),
                STARTED,
                Reply.fixture("nothing-yet.json"),
                Reply.fixture("first-records.json"),
                Reply.fixture("last-records.json"))) {
            Report report = host.lookup(ADDRESS).outcome().report().orElseThrow();

            assertThat(host.calls()).hasSize(4);
            assertThat(report.summary()).isEqualTo("mentioned in 3 records, some of leaks or the darknet");
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
            assertThat(report.firstSeen()).contains(Instant.parse("2024-03-03T00:00:00Z"));
            assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01Z"));
            assertThat(report.references())
                    .hasSize(3)
                    .contains(URI.create("https://intelx.io/?did=a1b20000-0000-4000-8000-000000000002"));
            assertThat(report.evidence())
                    .extracting(Evidence::code, Evidence::text)
                    .containsExactly(
                            tuple("records", "it is in 3 records"),
                            tuple("buckets", "found in Pastes 2, Leaks » Restricted 1"),
                            tuple("record", "a made-up paste (Paste Document, Pastes)"),
                            tuple("record", "shop_users.sql (Text File, Leaks » Restricted)"),
                            tuple("record", "another paste (Paste Document, Pastes)"));
        }
    }

    @Test
    void asksForTheNewestRecordsInEveryBucket() {
        try (FixtureHost host = host(Map.of(), STARTED, Reply.fixture("over.json"))) {
            host.lookup(Indicator.of(IndicatorType.URL, "http://a.example/?q=\"x\""));

            assertThat(host.calls().get(0)).hasToString("POST https://2.intelx.io/intelligent/search x-key: ***");
            JsonView body = Json.parse(host.calls().get(0).body().orElseThrow());
            assertThat(body.textAt("/term", "")).isEqualTo("http://a.example/?q=\"x\"");
            assertThat(body.integerAt("/sort", 0)).isEqualTo(4);
            assertThat(body.integerAt("/maxresults", 0)).isEqualTo(100);
            assertThat(body.at("/buckets").kind()).isEqualTo(JsonView.Kind.ARRAY);
        }
    }

    @Test
    void findsLeaksSuspiciousOnlyWhereItIsTold() {
        assertThat(report(Map.of("judge-leaks", "true"), "last-records.json").score())
                .hasValue(30);
        assertThat(report(Map.of("judge-leaks", "true"), "pastes-only.json").score())
                .isEmpty();
        assertThat(report(Map.of(), "last-records.json").score()).isEmpty();
    }

    @Test
    void saysWhatItHasWhenTheTimeIsOver() throws Exception {
        IntelxApi api = new IntelxApi("2.intelx.io", Secret.of("api-key", "made-up-key"));
        IntelxProvider provider = new IntelxProvider(api, false, Duration.ofSeconds(1));

        Step.Call<Report> search = (Step.Call<Report>) provider.lookup(ADDRESS, new LittleTime());
        Step.Wait<Report> pause = (Step.Wait<Report>) search.next().apply(STARTED);
        Step.Call<Report> results = (Step.Call<Report>) pause.next().call();
        Step.Done<Report> end = (Step.Done<Report>) results.next().apply(Reply.fixture("first-records.json"));

        assertThat(pause.time()).isEqualTo(Duration.ofSeconds(1));
        assertThat(end.result().summary()).isEqualTo("mentioned in at least 2 records, some of leaks or the darknet");
        assertThat(end.result().firstSeen()).as("older ones may be missing").isEmpty();
    }

    @Test
    void saysWhatItHasWhenItHasAskedOftenEnough() {
        try (FixtureHost host = FixtureHost.of(new IntelxPlugin(), settings(Map.of()))
                .replying(call -> call.method().equals("POST") ? STARTED : Reply.fixture("first-records.json"))) {
            assertThat(host.lookup(ADDRESS).outcome().reason()).startsWith("mentioned in at least 2 records");
            assertThat(host.calls()).hasSize(10);
        }
    }

    @Test
    void doesNotAskForEver() {
        try (FixtureHost host = FixtureHost.of(new IntelxPlugin(), settings(Map.of()))
                .replying(call -> call.method().equals("POST") ? STARTED : Reply.fixture("nothing-yet.json"))) {
            Outcome outcome = host.lookup(ADDRESS).outcome();

            assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
            assertThat(outcome.reason()).isEqualTo("Intelligence X has found nothing in time");
        }
    }

    @Test
    void isLateWhenTheNextLookWouldBe() {
        try (FixtureHost host = host(Map.of("poll", "1h"), STARTED)) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.TIMEOUT);
        }
    }

    @Test
    void saysWhyNothingIsSearched() {
        assertThat(outcome(Reply.fixture("invalid-term.json")).reason())
                .isEqualTo("Intelligence X does not search for such a term");
        Outcome busy = outcome(Reply.fixture("too-many.json"));
        assertThat(busy.status()).isEqualTo(Status.RATE_LIMITED);
        assertThat(busy.retryAfter()).contains(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORISED", "402, RATE_LIMITED", "403, UNAUTHORISED", "429, RATE_LIMITED", "400, ERROR"})
    void tellsRefusalsApart(int status, Status expected) {
        assertThat(outcome(Reply.status(status)).status()).isEqualTo(expected);
        assertThat(outcome(STARTED, Reply.status(status)).status()).isEqualTo(expected);
    }

    @Test
    void saysThatAKeyMayBelongToTheOtherHost() {
        assertThat(outcome(Reply.status(401)).reason())
                .isEqualTo("Intelligence X refuses the api-key at 2.intelx.io: is it one for the other host?");
    }

    @Test
    void doesNotTakeALostSearchForAMiss() {
        assertThat(outcome(STARTED, Reply.json("{\"records\": null, \"status\": 2}"))
                        .errorCause())
                .contains(ErrorCause.UNAVAILABLE);
        assertThat(outcome(STARTED, Reply.status(404)).status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"status\": 0}",
                "{\"status\": 0, \"id\": \"\"}",
                "{\"status\": 0, \"id\": null}",
                "{\"status\": 9, \"id\": \"a\"}"
            })
    void refusesAReplyThatStartsNoSearch(String body) {
        assertThat(outcome(Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"status\": 7}", "{\"status\": 1, \"records\": {}}", "<html>"})
    void refusesResultsThatAreNone(String body) {
        assertThat(outcome(STARTED, Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void readsRecordsThatAreHidden() {
        Report report = report(
                Map.of(),
                Reply.json(
                        "{\"status\": \"1\", \"records\": [{}, {\"name\": null, \"date\": \"0001-01-01T00:00:00Z\"}, 7,"
                                + " {\"systemid\": \"no id\", \"bucket\": \"usenet\"}]}"));

        assertThat(report.summary()).isEqualTo("mentioned in 3 records");
        assertThat(report.lastSeen()).isEmpty();
        assertThat(report.references()).isEmpty();
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .contains("found in a place without a name 2, usenet 1", "a record whose name is not shown (usenet)");
    }

    @Test
    void isHealthyWhileItsKeyIsAccepted() {
        try (FixtureHost host = host(Map.of(), Reply.json("{\"buckets\": []}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://2.intelx.io/authenticate/info x-key: ***");
        }
        try (FixtureHost host = host(Map.of(), Reply.status(401))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
    }

    private static Report report(Map<String, String> settings, String results) {
        return report(settings, Reply.fixture(results));
    }

    private static Report report(Map<String, String> settings, HttpReply results) {
        try (FixtureHost host = host(settings, STARTED, results)) {
            return host.lookup(ADDRESS).outcome().report().orElseThrow();
        }
    }

    private static Outcome outcome(HttpReply... replies) {
        try (FixtureHost host = host(Map.of(), replies)) {
            return host.lookup(ADDRESS).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply... replies) {
        Queue<HttpReply> queue = new ArrayDeque<>(List.of(replies));
        return FixtureHost.of(new IntelxPlugin(), settings(settings)).replying(call -> queue.remove());
    }

    private static Map<String, String> settings(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of("api-key", "made-up-key", "poll", "1ms"));
        all.putAll(others);
        return all;
    }

    /** Less than the next look would take. */
    private record LittleTime() implements LookupContext {
        @Override
        public Instant deadline() {
            return Instant.EPOCH;
        }

        @Override
        public Duration timeLeft() {
            return Duration.ofMillis(900);
        }

        @Override
        public String traceId() {
            return "test";
        }
    }
}
