package io.indago.plugins.yeti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YetiProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");

    @Test
    void tellsWhatIsRecorded() {
        Report report =
                outcome(Reply.fixture("observable-malicious.json")).report().orElseThrow();

        assertThat(report.summary()).isEqualTo("Tagged c2");
        assertThat(report.tags()).containsExactly("c2");
        assertThat(report.malwareFamilies()).containsExactly("QakBot");
        assertThat(report.actors()).containsExactly("Made-up Spider");
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(tuple(IndicatorType.FQDN, "evil.example", "linked"));
        assertThat(report.firstSeen()).contains(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-08-01T10:00:00Z"));
        assertThat(report.references()).containsExactly(URI.create("https://yeti.example.org/observables/123"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "tagged c2",
                        "from feed of a CERT: note control server, count 3",
                        "linked with the campaigns Fake invoices");
    }

    @ParameterizedTest
    @CsvSource({
        "c2, 80",
        "malware, 80",
        "phishing, 80",
        "Malicious, 80",
        "suspicious, 50",
        "whitelist, 5",
        "benign, 5",
        "benign+c2, 80",
        "suspicious+benign, 50"
    })
    void takesTagsForAnOpinionTheGravestFirst(String tags, int score) {
        assertThat(outcome(found(tags.split("\\+"))).report().orElseThrow().score())
                .hasValue(score);
    }

    @Test
    void hasNoOpinionOfWhatNobodyTagged() {
        Report report = outcome(found()).report().orElseThrow();

        assertThat(report.score()).isEmpty();
        assertThat(report.summary()).isEqualTo("Recorded, without a tag that has not expired");
        assertThat(outcome(found("somebody's")).report().orElseThrow().score()).isEmpty();
    }

    @Test
    void takesTheTagsOfTheOperatorsAnalysts() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("malicious-tags", "evil, Bad");
        try (FixtureHost host = FixtureHost.of(new YetiPlugin(), settings).replying(yeti(found("bad")))) {
            assertThat(host.lookup(ADDRESS).outcome().report().orElseThrow().score())
                    .hasValue(80);
        }
    }

    @Test
    void takesNothingOfItsOwnForASecondOpinion() {
        String own = "{\"observables\": [{\"id\": \"1\", \"value\": \"203.0.114.9\", \"type\": \"ipv4\","
                + " \"context\": [{\"source\": \"Indago\", \"verdict\": \"Indago: malicious\"}],"
                + " \"tags\": [{\"name\": \"indago:verdict:malicious\"}, {\"name\": \"tlp:green\"}]}], \"total\": 1}";

        assertThat(outcome(Reply.json(own)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void readsTagsThatAreKeyedByTheirNames() {
        Report report = outcome(Reply.fixture("observable-keyed.json")).report().orElseThrow();

        assertThat(report.score()).hasValue(5);
        assertThat(report.firstSeen()).contains(Instant.parse("2026-04-01T10:00:00Z"));
    }

    @Test
    void takesNoValueThatOnlyContainsTheOneAskedAbout() {
        String others = "{\"observables\": [{\"id\": \"1\", \"value\": \"203.0.114.99\"}], \"total\": 1}";

        assertThat(outcome(Reply.json(others)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void readsAFewPagesAndNoMore() {
        String others = "{\"observables\": [{\"id\": \"1\", \"value\": \"203.0.114.99\"}], \"total\": 9999}";
        try (FixtureHost host = host(Reply.json(others))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.NO_DATA);
            assertThat(bodies(host, "/search")).hasSize(4).last().asString().contains("\"page\":3,\"count\":50");
        }
    }

    @Test
    void losesNothingWhenTheLinksCanNotBeTold() {
        try (FixtureHost host = FixtureHost.of(new YetiPlugin(), settings())
                .replying(call -> call.uri().getPath().endsWith("/graph/search")
                        ? Reply.status(500)
                        : yeti(Reply.fixture("observable-malicious.json")).apply(call))) {
            Report report = host.lookup(ADDRESS).outcome().report().orElseThrow();
            assertThat(report.score()).hasValue(80);
            assertThat(report.evidence())
                    .extracting(Evidence::text)
                    .contains("YETI could not say what it is linked with");
        }
    }

    @Test
    void logsInOnceForManyLookups() {
        try (FixtureHost host = host(Reply.fixture("observable-unknown.json"))) {
            host.lookup(ADDRESS);
            host.lookup(ADDRESS);

            assertThat(bodies(host, "/api-token")).hasSize(1);
            assertThat(host.calls().get(0).toString()).contains("x-yeti-apikey: ***");
            assertThat(host.calls().get(1).headers())
                    .contains(Map.entry("Authorization", "Bearer made-up-access-token"));
            assertThat(host.calls().get(1).toString()).contains("Authorization: Bearer ***");
        }
    }

    @Test
    void logsInAgainWhenItsTokenHasExpired() {
        AtomicInteger searches = new AtomicInteger();
        try (FixtureHost host = FixtureHost.of(new YetiPlugin(), settings())
                .replying(call -> call.uri().getPath().endsWith("/observables/search")
                                && searches.incrementAndGet() == 2
                        ? Reply.of(401, Map.of(), "{\"detail\": \"Could not validate credentials\"}")
                        : yeti(Reply.fixture("observable-malicious.json")).apply(call))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(bodies(host, "/api-token")).hasSize(2);
        }
    }

    @Test
    void logsInNoMoreThanOnceAgain() {
        try (FixtureHost host = host(Reply.status(401))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.UNAUTHORISED);
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.UNAUTHORISED);
            assertThat(bodies(host, "/api-token")).hasSize(2);
        }
    }

    @Test
    void saysWhatYetiDoesNotTake() {
        assertThat(outcome(Reply.fixture(422, "invalid.json"))).satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.reason()).isEqualTo("YETI refused it (422): Extra inputs are not permitted");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ASN, AS64500, 64500, AS64500",
        "ASN, AS64500, 64500, 64500",
        "URL, 'http://evil.example/a,b', http://evil.example/a.b, http://evil.example/a.b",
        "EMAIL, Someone@example.com, Someone@example.com, someone@example.com"
    })
    void findsAValueAsYetiKeepsIt(IndicatorType type, String value, String searched, String kept) {
        String found = "{\"observables\": [{\"id\": \"1\", \"value\": \"" + kept + "\"}], \"total\": 1}";
        try (FixtureHost host = host(Reply.json(found))) {
            assertThat(host.lookup(Indicator.of(type, value)).outcome().status())
                    .isEqualTo(Status.HIT);
            assertThat(bodies(host, "/observables/search").get(0)).contains("{\"value\":\"" + searched + "\"}");
        }
    }

    @Test
    void asksAYetiOfVersion1InItsOwnWay() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("version", "1");
        String found = "[{\"id\": \"5c\", \"value\": \"203.0.114.9\", \"created\": \"2026-05-01T10:00:00\","
                + " \"tags\": [{\"name\": \"c2\", \"fresh\": true, \"last_seen\": \"2026-08-01T10:00:00\"}]}]";
        try (FixtureHost host = FixtureHost.of(new YetiPlugin(), settings).replying(call -> Reply.json(found))) {
            Report report = host.lookup(ADDRESS).outcome().report().orElseThrow();

            assertThat(report.score()).hasValue(80);
            assertThat(report.lastSeen()).contains(Instant.parse("2026-08-01T10:00:00Z"));
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("POST https://yeti.example.org/api/observablesearch/ X-Api-Key: ***,"
                            + " Accept: application/json");
            host.replying(call -> Reply.json("[]"));
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.NO_DATA);
        }
    }

    @Test
    void saysThatALogInGivesNoToken() {
        try (FixtureHost host = FixtureHost.of(new YetiPlugin(), settings()).replying(call -> Reply.json("{}"))) {
            assertThat(host.lookup(ADDRESS).outcome().errorCause()).contains(ErrorCause.BAD_REPLY);
        }
    }

    private static HttpReply found(String... tags) {
        String list = String.join(
                ",",
                List.of(tags).stream().map(tag -> "{\"name\": \"" + tag + "\"}").toList());
        return Reply.json("{\"observables\": [{\"id\": \"1\", \"value\": \"203.0.114.9\", \"tags\": [" + list
                + "]}], \"total\": 1}");
    }

    private static List<String> bodies(FixtureHost host, String path) {
        return host.calls().stream()
                .filter(call -> call.uri().getPath().endsWith(path))
                .map(call -> call.body().orElse(""))
                .toList();
    }

    private static Outcome outcome(HttpReply search) {
        try (FixtureHost host = host(search)) {
            return host.lookup(ADDRESS).outcome();
        }
    }

    private static FixtureHost host(HttpReply search) {
        return FixtureHost.of(new YetiPlugin(), settings()).replying(yeti(search));
    }

    private static Function<HttpCall, HttpReply> yeti(HttpReply search) {
        return call -> {
            String path = call.uri().getPath();
            if (path.endsWith("/api-token")) {
                return Reply.fixture("token.json");
            }
            return path.endsWith("/graph/search") ? Reply.fixture("neighbours.json") : search;
        };
    }

    private static Map<String, String> settings() {
        return Map.of("url", "https://yeti.example.org/", "api-key", "made-up-key-of-a-test");
    }
}
