package io.indago.plugins.opencti;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenCtiProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Map<String, String> SETTINGS =
            Map.of("url", "https://opencti.example.org/", "token", "made-up-token-of-a-test");

    @Test
    void tellsWhatIsRecorded() {
        Report report =
                outcome(Reply.fixture("observable-scored.json")).report().orElseThrow();

        assertThat(report.summary()).isEqualTo("Score 80 of 100, 1 indicator, 1 report");
        assertThat(report.tags()).containsExactly("tlp:amber", "pap:green", "c2", "qakbot");
        assertThat(report.malwareFamilies()).containsExactly("QakBot");
        assertThat(report.actors()).containsExactly("Made-up Spider");
        assertThat(report.techniques()).containsExactly("T1071.001");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-09-01T10:00:00Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://opencti.example.org/dashboard/observations/observables/"
                        + "0d6a2f0a-5a0a-4a3c-9a53-0b8a5f7b6d11"));
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "its score is 80",
                        "indicator 203.0.114.9, score 80",
                        "report A made-up campaign",
                        "recorded by Example CERT",
                        "Control server of a made-up campaign");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "70, 70", "69, 69", "20, 20", "19, 19", "1, 1"})
    void takesItsScoreForAnOpinion(int score, int opinion) {
        assertThat(report(node -> node.put("x_opencti_score", score)).score()).hasValue(opinion);
    }

    @Test
    void hasNoOpinionWithoutAScore() {
        assertThat(report(node -> node.putNull("x_opencti_score")).score()).isEmpty();
        assertThat(report(node -> node.put("x_opencti_score", 0)).score()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 2999-01-01T00:00:00.000Z", "false, 2020-01-01T00:00:00.000Z"})
    void suspectsOnlyWhatWasRevokedOrHasExpired(boolean revoked, String until) {
        Report report = report(node -> ((ObjectNode) node.at("/indicators/edges/0/node"))
                .put("revoked", revoked)
                .put("valid_until", until));

        assertThat(report.score()).hasValue(69);
        assertThat(report.summary()).contains("expired");
    }

    @Test
    void readsConnectionsOfOlderServersToo() {
        Report report = report(node -> {
            node.putObject("objectLabel")
                    .putArray("edges")
                    .addObject()
                    .putObject("node")
                    .put("value", "old");
            node.putArray("indicators");
        });

        assertThat(report.tags()).contains("old");
    }

    @Test
    void takesNoScoreOfItsOwnForASecondOpinion() {
        Consumer<ObjectNode> labelled =
                node -> node.withArray("objectLabel").addObject().put("value", "indago:verdict=malicious");

        assertThat(report(labelled.andThen(node -> node.put("x_opencti_score", 95)))
                        .score())
                .as("the score of an indicator that is not ours")
                .hasValue(80);
        assertThat(report(labelled.andThen(node -> node.remove("indicators"))).score())
                .isEmpty();
        assertThat(report(labelled).tags()).doesNotContain("indago:verdict=malicious");
    }

    @Test
    void leavesOutWhatItMadeItself() {
        Outcome outcome = changed(node -> {
            node.withObject("/createdBy").put("name", "Indago");
            node.remove("indicators");
            node.remove("reports");
        });

        assertThat(outcome.status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void takesNoOtherValueForTheOneAskedAbout() {
        assertThat(changed(node -> node.put("observable_value", "203.0.114.90")).status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void findsAFileByItsHashWhateverItIsCalled() {
        Indicator file = Samples.of(IndicatorType.SHA256);
        ObjectNode body = body();
        ObjectNode node = (ObjectNode) body.at("/data/stixCyberObservables/edges/0/node");
        node.put("observable_value", "setup.exe")
                .withArray("hashes")
                .addObject()
                .put("algorithm", "SHA-256")
                .put("hash", file.value().toUpperCase(Locale.ROOT));
        try (FixtureHost host = host(Reply.json(body.toString()))) {
            assertThat(host.lookup(file).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.lookup(Indicator.of(IndicatorType.SHA256, "b".repeat(64)))
                            .outcome()
                            .status())
                    .isEqualTo(Status.NO_DATA);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, value, 93.184.215.14",
        "CIDR, value, 93.184.215.0/24",
        "FQDN, value, www.example.com",
        "MD5, hashes.MD5, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "SHA1, hashes.SHA-1, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ASN, number, 15133"
    })
    void asksForTheValueItself(IndicatorType type, String key, String value) throws JsonProcessingException {
        try (FixtureHost host = host(Reply.fixture("observable-unknown.json"))) {
            host.lookup(Samples.of(type));

            JsonNode filters =
                    JSON.readTree(host.calls().get(0).body().orElseThrow()).at("/variables/filters");
            assertThat(filters.path("mode").asText()).isEqualTo("and");
            assertThat(filters.path("filterGroups").isArray()).isTrue();
            assertThat(filters.at("/filters/0/key").asText()).isEqualTo(key);
            assertThat(filters.at("/filters/0/values/0").asText()).isEqualTo(value);
            assertThat(filters.at("/filters/0/operator").asText()).isEqualTo("eq");
            assertThat(host.calls().get(0).toString()).contains("Authorization: Bearer ***");
        }
    }

    @Test
    void readsAFewPagesAndNoMore() throws JsonProcessingException {
        ObjectNode body = body();
        body.withObject("/data/stixCyberObservables/pageInfo")
                .put("hasNextPage", true)
                .put("endCursor", "next");
        try (FixtureHost host = host(Reply.json(body.toString()))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(3);
            assertThat(JSON.readTree(host.calls().get(2).body().orElseThrow())
                            .at("/variables/after")
                            .asText())
                    .isEqualTo("next");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"name\": \"AUTH_REQUIRED\", \"message\": \"no\"} | UNAUTHORISED",
                "200 | {\"extensions\": {\"code\": \"FORBIDDEN_ACCESS\"}, \"message\": \"no\"} | UNAUTHORISED",
                "200 | {\"extensions\": {\"data\": {\"http_status\": 401}}, \"message\": \"no\"} | UNAUTHORISED",
                "200 | {\"name\": \"DATABASE_ERROR\", \"message\": \"no\"} | UNAVAILABLE",
                "400 | {\"extensions\": {\"code\": \"GRAPHQL_VALIDATION_FAILED\"}, \"message\": \"no\"} | REJECTED",
                "200 | {\"name\": \"FUNCTIONAL_ERROR\", \"message\": \"no\"} | REJECTED"
            })
    void takesNoErrorForAMiss(int status, String error, String expected) {
        Outcome outcome = outcome(Reply.of(
                status, Map.of("content-type", "application/json"), "{\"errors\": [" + error + "], \"data\": null}"));

        switch (expected) {
            case "UNAUTHORISED" -> assertThat(outcome.status()).isEqualTo(Status.UNAUTHORISED);
            case "UNAVAILABLE" -> assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
            default -> {
                assertThat(outcome.status()).isEqualTo(Status.ERROR);
                assertThat(outcome.reason()).startsWith("OpenCTI ").endsWith("no");
            }
        }
    }

    @Test
    void startsWithALabelPrefixOnly() {
        try (FixtureHost host = FixtureHost.of(
                new OpenCtiPlugin(),
                Map.of("url", "https://opencti.example.org", "token", "made-up", "label-prefix", "a:b"))) {
            assertThat(host.lookup(ADDRESS).outcome().reason()).contains("label-prefix must be 2 to 40");
        }
    }

    private static ObjectNode body() {
        try {
            return (ObjectNode)
                    JSON.readTree(Reply.fixture("observable-scored.json").text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Report report(Consumer<ObjectNode> change) {
        return changed(change).report().orElseThrow();
    }

    private static Outcome changed(Consumer<ObjectNode> change) {
        ObjectNode body = body();
        change.accept((ObjectNode) body.at("/data/stixCyberObservables/edges/0/node"));
        return outcome(Reply.json(body.toString()));
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(reply)) {
            return host.lookup(ADDRESS).outcome();
        }
    }

    private static FixtureHost host(HttpReply reply) {
        return FixtureHost.of(new OpenCtiPlugin(), SETTINGS).replying(call -> reply);
    }
}
