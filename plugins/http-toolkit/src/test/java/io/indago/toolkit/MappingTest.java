package io.indago.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of replies: reports, or the failures a provider in Java would tell of. */
class MappingTest {
    private static final String EVERYTHING = """
            report:
              summary: '"seen \\(.n) times"'
              score: .score
              confidence: 80
              evidence:
                - {code: times, text: '"\\(.n) times"', value: .n, at: .when}
                - {code: ports, listing: "open ports: ", values: .ports}
                - {code: nothing, text: .nothing, value: .n}
              tags: .tags
              families: .family
              actors: .actors
              techniques: .techniques
              related: {type: fqdn, relation: name, values: .names}
              references: .links
              country: .country
              asn: .asn
              asOwner: .owner
              network: .net
              firstSeen: .first
              lastSeen: .when
            """;

    @Test
    void fillsEveryFieldOfAReport() {
        Report report = Described.with(EVERYTHING).lookup("""
                {"n": 3, "score": 74.5, "when": "2026-05-04 03:02:01 UTC", "ports": [22, 443, "8080/tcp"], "nothing": null,
                 "tags": ["a", null, "b"], "family": "Emotet", "actors": ["x"], "techniques": ["T1566.001"],
                 "names": ["mail.example.com", "no name at all"], "links": ["https://example.com/1", "javascript:alert(1)"],
                 "country": "nl", "asn": "AS64500 Example Hosting", "owner": " ", "net": "203.0.114.0/24",
                 "first": 1767225600}
                """);

        assertThat(report.summary()).isEqualTo("seen 3 times");
        assertThat(report.score()).hasValue(75);
        assertThat(report.confidence()).isEqualTo(80);
        assertThat(report.evidence())
                .extracting(
                        Evidence::code, Evidence::text, piece -> piece.value().orElse(""))
                .containsExactly(tuple("times", "3 times", "3"), tuple("ports", "open ports: 22, 443, 8080/tcp", ""));
        assertThat(report.evidence().get(0).observedAt()).contains(Instant.parse("2026-05-04T03:02:01Z"));
        assertThat(report.tags()).containsExactly("a", "b");
        assertThat(report.malwareFamilies()).containsExactly("Emotet");
        assertThat(report.actors()).containsExactly("x");
        assertThat(report.techniques()).containsExactly("T1566.001");
        assertThat(report.related()).extracting(Related::value).containsExactly("mail.example.com");
        assertThat(report.references()).containsExactly(URI.create("https://example.com/1"));
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("Example Hosting");
        assertThat(report.network()).contains("203.0.114.0/24");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01Z"));
    }

    @Test
    void leavesAbsentWhatIsNull() {
        Report report = Described.with(EVERYTHING).lookup("{\"n\": 0}");

        assertThat(report.score()).isEmpty();
        assertThat(report.evidence()).extracting(Evidence::code).containsExactly("times");
        assertThat(report.lastSeen()).isEmpty();
        assertThat(report.references()).isEmpty();
    }

    /** As Report.Builder does for providers in Java. */
    @Test
    void leavesOutWhatStrangersWroteBadly() {
        Report report = Described.with(EVERYTHING)
                .lookup("{\"when\": \"soon\", \"first\": \"2026-13-99\", \"country\": \"NLD\", \"asn\": \"none\","
                        + " \"links\": \"ht tp://x\", \"names\": [\"-\"]}");

        assertThat(report.lastSeen()).isEmpty();
        assertThat(report.firstSeen()).isEmpty();
        assertThat(report.country()).isEmpty();
        assertThat(report.asn()).isEmpty();
        assertThat(report.references()).isEmpty();
        assertThat(report.related()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"score\": \"87\"}     | report.score (example.yaml:8) gave \"87\", expected a number from 0 to 100, or null",
                "{\"score\": 101}        | report.score (example.yaml:8) gave 101, expected a number from 0 to 100, or null",
                "{\"score\": -1}         | report.score (example.yaml:8) gave -1, expected",
                "{\"score\": 1e999}      | report.score (example.yaml:8) gave",
                "{\"tags\": [1]}         | report.tags (example.yaml:14) gave 1, expected texts",
                "{\"tags\": {\"a\": 1}}  | report.tags (example.yaml:14) gave {\"a\":1}, expected texts",
                "{\"country\": 7}        | report.country (example.yaml:20) gave 7, expected a text or null",
                "{\"asn\": [1]}          | report.asn (example.yaml:21) gave [1], expected a whole number",
                "{\"when\": true}        | report.evidence[0].at (example.yaml:11) gave true, expected a time as text",
                "{\"first\": -7}         | report.firstSeen (example.yaml:24) gave -7, expected seconds since 1970",
                "{\"first\": 1e30}       | report.firstSeen (example.yaml:24) gave",
                "{\"ports\": [true]}     | report.evidence[1].values (example.yaml:12) gave true, expected texts or numbers",
                "{\"n\": []}             | report.evidence[0].value (example.yaml:11) gave [], expected a text, a number or null",
                "[]                      | report.summary (example.yaml:7) can't read the reply: Cannot index array",
                "7                       | report.summary (example.yaml:7) can't read the reply: Cannot index number"
            })
    void saysWhichFieldCanNotReadAReply(String body, String sentence) {
        Described.with(EVERYTHING).assertBadReply(body, sentence);
    }

    @Test
    void needsASummaryAndOneValue() {
        Described.with("report: {summary: .s}").assertBadReply("{}", "report.summary (example.yaml:6) gave nothing");
        Described.with("report: {summary: '.[]'}")
                .assertBadReply("[\"a\", \"b\"]", "report.summary (example.yaml:6) gives 2 values, expected one");
        Described.with("report: {summary: '\"a\"', score: '.s[]', confidence: 9}")
                .assertBadReply("{\"s\": []}", "report.score (example.yaml:6) gives no value, expected one");
        Described.with("outcomes: {when: '.s[]', is: no_data, because: b}\nreport: {summary: '\"a\"'}")
                .assertBadReply("{\"s\": [true, true]}", "outcomes.when (example.yaml:6) gives 2 values, expected one");
        Described.reporting("tags", "error(\"strange\")").assertBadReply("{}", "can't read the reply: strange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f: f; f",
                "[range(1e15)]",
                "reduce range(1e15) as $i (0; . + 1)",
                "last(range(1e15))",
                "[recurse(. + 1; true)] | length",
                "0 | until(false; . + 1)",
                "[limit(1e15; 0 | recurse(. + 1))]",
                "if $value == null then 1 else [range(1e15)] end"
            })
    void endsWhatWouldNotEnd(String jq) {
        Described described = Described.reporting("tags", jq);

        assertThat(
                        described.problems().isEmpty()
                                ? described.failure("{}").getMessage()
                                : described.problems().get(0))
                .containsAnyOf("calls itself without end", "takes more than 2000000 steps", "does not end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "$ENV", "input", "debug", "input_filename", "import \"a\" as a; 1", "$__prog_args"})
    void reachesNothingOutsideTheReply(String jq) {
        assertThat(Described.reporting("tags", jq).problems())
                .singleElement()
                .asString()
                .startsWith("example.yaml:8: report.tags: ");
    }

    @Test
    void tellsOfAFunctionThatDoesNotExistWhereItShowsWithAReplyOnly() {
        ProviderException failure =
                Described.reporting("tags", "if .a then oops else null end").failure("{\"a\": 1}");

        assertThat(failure).hasMessage("report.tags (example.yaml:8) fails: Function oops/0 does not exist");
        assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    }

    @Test
    void mayUseFunctionsAnywhereInAnExpression() {
        Described described = Described.with("""
                functions: |
                  def one: "a";
                  def two: one + "b"; # the last
                report: {summary: '"x" + (two) + one # a comment'}
                """);

        assertThat(described.lookup("{}").summary()).isEqualTo("xaba");
    }

    @Test
    void knowsRepliesThatAreNoHit() {
        Described described = Described.with("""
                outcomes:
                  - {when: .total == 0, is: no_data, because: nobody reported it}
                  - {when: '.error == "bad key"', is: unauthorised, because: the key is refused}
                  - {when: '.error == "slow down"', is: rate_limited, because: too many calls}
                  - {when: .error != null, is: bad_reply, because: an error nobody knows}
                expect: .total > 0
                report: {summary: '"\\(.total) reports"'}
                """);

        assertThat(described.lookup("{\"total\": 2}").summary()).isEqualTo("2 reports");
        assertThat(described.lookup("{\"total\": 0}").isHit()).isFalse();
        assertThat(described.lookup("{\"total\": 0}").summary()).isEqualTo("nobody reported it");
        assertThat(described.failure("{\"error\": \"bad key\"}").kind()).isEqualTo(ErrorKind.UNAUTHORIZED);
        assertThat(described.failure("{\"error\": \"slow down\"}").kind()).isEqualTo(ErrorKind.QUOTA);
        assertThat(described.failure("{\"error\": 7}")).hasMessage("an error nobody knows");
        described.assertBadReply("{}", "expect (example.yaml:11) does not hold");
        described.assertBadReply("[]", "outcomes[0].when (example.yaml:7) can't read the reply");
    }

    @Test
    void givesStatusesAnotherMeaning() {
        Described described = Described.with("""
                status: {404: read, 410: no_data, 422: bad_reply, 420: rate_limited, 402: unauthorised}
                report: {summary: '"status \\($status)"'}
                """);

        assertThat(described
                        .lookup(Described.ADDRESS, call -> Described.reply(404, "{}"))
                        .summary())
                .isEqualTo("status 404");
        assertThat(described.calls().get(0).isNoData(410)).isTrue();
        assertThat(described.calls().get(0).sees(422)).isTrue();
        assertThat(described.failure(Described.reply(422, "")).kind()).isEqualTo(ErrorKind.BAD_REPLY);
        assertThat(described.failure(Described.reply(402, ""))).hasMessage("Example answers 402");
        ProviderException limited = described.failure(Described.reply(420, Map.of("Retry-After", List.of("7")), ""));
        assertThat(limited.kind()).isEqualTo(ErrorKind.QUOTA);
        assertThat(limited.retryAfter())
                .hasValueSatisfying(time -> assertThat(time).hasSeconds(7));
        assertThat(described.failure(Described.reply(420, "")).retryAfter()).isEmpty();
    }

    @Test
    void readsLinesAndTexts() {
        String listed =
                "report: {summary: '\"listed\"'}\noutcomes: {when: index($value) == null, is: no_data, because: not listed}\n";
        assertThat(Described.with("reply: lines\n" + listed)
                        .lookup("198.51.100.1\r\n\r\n203.0.114.9\n")
                        .isHit())
                .isTrue();
        assertThat(Described.with("reply: lines\n" + listed)
                        .lookup("203.0.114.99\n")
                        .isHit())
                .isFalse();
        assertThat(Described.with("reply: text\nreport: {summary: .}")
                        .lookup("all well")
                        .summary())
                .isEqualTo("all well");
        Described ndjson = Described.with("reply: ndjson\nreport: {summary: '\"\\([.[].n] | add)\"'}");
        assertThat(ndjson.lookup("{\"n\": 1}\n{\"n\": 2}\n").summary()).isEqualTo("3");
        ndjson.assertBadReply("{\"n\": 1}\n{\"n\": \n", "line 2 of the reply is no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{}{}", "{\"a\":", "NaN", "{'a': 1}"})
    void takesNothingButJsonForJson(String body) {
        Described.with("report: {summary: '\"seen\"'}").assertBadReply(body, "the reply ");
    }

    @Test
    void readsNoReplyThatIsNestedWithoutEnd() {
        Described.with("report: {summary: '\"seen\"'}").assertBadReply("[".repeat(100_000), "no JSON that can be read");
    }
}
