package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupCommandTest {
    private static final String PROBLEM = """
            {"type": "urn:indago:problem:some", "title": "Title", "status": %d, "detail": "What \\u001b[31m happened",
             "traceId": "t-1"}""";

    @TempDir
    private Path folder;

    private Bench bench;
    private FakeServer server;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        server = bench.server;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int run(String... arguments) {
        return bench.run(arguments);
    }

    private String out() {
        return bench.out();
    }

    private String err() {
        return bench.err();
    }

    @Test
    void showsTheAnswer() {
        assertThat(run("lookup", "evil-updates[.]com")).isZero();

        assertThat(out()).startsWith("evil-updates[.]com  (domain)\nmalicious, score 82");
        assertThat(err()).isEmpty();
        assertThat(server.asked(FakeServer.LOOKUP).get(0).header("Authorization"))
                .isEqualTo("Bearer token-1");
    }

    @Test
    void handsTheOptionsOn() {
        assertThat(run("lookup", "x", "--deadline", "3s", "--tlp=AMBER+STRICT", "--pap", "GREEN"))
                .isZero();

        assertThat(server.asked(FakeServer.LOOKUP).get(0).query())
                .isEqualTo("deadline=PT3S&tlp=AMBER%2BSTRICT&pap=GREEN");
    }

    @Test
    void writesNothingButTheDocumentAsJson() {
        assertThat(run("lookup", "x", "--json")).isZero();

        assertThat(out()).isEqualTo(Fixture.MALICIOUS.json().replace("\n", "") + "\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void showsThePlanAndHasNothingLookedUp() {
        server.answers(FakeServer.LOOKUP, 200, Fixture.PLAN.json());

        assertThat(run("lookup", "evil-updates[.]com", "--pap", "RED", "--plan"))
                .isZero();

        assertThat(out())
                .startsWith("evil-updates[.]com  (domain)\nnothing was sent · 2 of 5 providers would be asked")
                .contains("https://vt.example/domains/evil-updates.com?key=‹api-key›");
        assertThat(err()).isEmpty();
        assertThat(server.asked(FakeServer.LOOKUP)).singleElement().satisfies(asked -> assertThat(asked.query())
                .isEqualTo("pap=RED&plan=true"));
    }

    @Test
    void writesThePlansOfManyAsJsonLinesOrAsPages() {
        server.answers(FakeServer.LOOKUP, 200, Fixture.PLAN.json());

        assertThat(run("lookup", "a", "b", "--plan")).isZero();
        assertThat(out().lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{"));

        bench.sitsAt(StandardStream.OUT, StandardStream.ERR);
        assertThat(run("lookup", "a", "b", "--plan")).isZero();
        assertThat(out().lines())
                .filteredOn(line -> line.startsWith("nothing was sent"))
                .hasSize(2);
    }

    @Test
    void takesNoEnrichmentForAPlan() {
        assertThat(run("lookup", "x", "--plan")).isEqualTo(4);

        assertThat(err()).contains("can't be understood");
    }

    @Test
    void answersWithANoteWhenProvidersFailed() {
        server.answers(FakeServer.LOOKUP, 200, Fixture.PARTIAL.json());

        assertThat(run("lookup", "x", "--json")).isZero();
        assertThat(err())
                .isEqualTo("note: no answer from abuseipdb (rate_limited), otx (error), slow (timeout),"
                        + " vt (unauthorised)\n");
    }

    @Test
    void asksAnotherHubWhenToldTo() {
        try (FakeServer other = new FakeServer()) {
            assertThat(run("lookup", "x", "--url", other.address().toString())).isZero();

            assertThat(other.asked(FakeServer.LOOKUP)).hasSize(1);
            assertThat(server.asked(FakeServer.LOOKUP)).isEmpty();
        }
    }

    @Test
    void takesAnIndicatorThatLooksLikeAnOptionOrAFile() {
        assertThat(run("lookup", "--", "--x")).isZero();
        assertThat(run("lookup", "@" + bench.state.resolve("demo.properties"))).isZero();

        assertThat(server.asked(FakeServer.LOOKUP).get(0).body()).isEqualTo("{\"value\":\"--x\"}");
        assertThat(server.asked(FakeServer.LOOKUP).get(1).body()).startsWith("{\"value\":\"@/");
    }

    @ParameterizedTest
    @CsvSource({"400,2", "413,2", "401,3", "403,3", "404,4", "429,4"})
    void tellsWhatTheHubRefuses(int status, int exitCode) {
        server.answers(FakeServer.LOOKUP, status, PROBLEM.formatted(status));

        assertThat(run("lookup", "x")).isEqualTo(exitCode);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("indago: What \\u001b[31m happened (HTTP " + status + ")\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void tellsTheTraceOfTheHubsOwnErrors(int status) {
        server.answers(FakeServer.LOOKUP, status, PROBLEM.formatted(status));

        assertThat(run("lookup", "x")).isEqualTo(4);
        assertThat(err()).isEqualTo("indago: What \\u001b[31m happened (HTTP " + status + ", trace id t-1)\n");
    }

    @Test
    void tellsAnAnswerItCannotUnderstand() {
        server.answers(FakeServer.LOOKUP, 200, "<html>");

        assertThat(run("lookup", "x")).isEqualTo(4);
        assertThat(err())
                .isEqualTo("indago: the answer of " + server.address()
                        + " (HTTP 200) can't be understood ('./indago status' says what runs)\n");
    }

    @Test
    void tellsThatTheHubIsNotThere() {
        String nobody = "http://127.0.0.1:1";

        assertThat(run("lookup", "x", "--url", nobody)).isEqualTo(4);
        assertThat(err()).isEqualTo("indago: " + nobody + " can't be reached ('./indago status' says what runs)\n");
    }

    @Test
    void tellsARefusedLogin() {
        server.answers(FakeServer.LOGIN, 401, "{\"error\": \"invalid_client\"}");

        assertThat(run("lookup", "x")).isEqualTo(3);
        assertThat(err())
                .isEqualTo("indago: the login of analyst at " + server.address() + " was refused: invalid_client\n");
        assertThat(server.asked(FakeServer.LOOKUP)).isEmpty();
    }

    @Test
    void saysWhatToDoWhenNothingIsSetUp() throws IOException {
        Files.delete(bench.state.resolve("demo.properties"));

        assertThat(run("lookup", "x")).isEqualTo(3);
        assertThat(err())
                .isEqualTo(
                        "indago: No local hub is set up here; run ./indago up first, or ./indago login for one elsewhere\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lookup | An indicator is missing ('indago lookup --help' says more)",
                "lookup a --parallel 0 | --parallel is a number from 1 to 64 ('indago lookup --help' says more)",
                "lookup a --issuer http://login | --issuer needs the hub as well: --url ('indago lookup --help' says"
                        + " more)",
                "lookup a --deadline soon | Invalid value for option '--deadline': 'soon' is no time, expected one"
                        + " like 500ms, 3s or PT3S ('indago lookup --help' says more)",
                "lookup a --url hub | Invalid value for option '--url': 'hub' is not the address of a server,"
                        + " expected one like http://localhost:8080 ('indago lookup --help' says more)",
                "lookup b\ufffd.example | The indicator has characters that the locale's encoding lacks: set"
                        + " LC_ALL=C.UTF-8, or write xn--... ('indago lookup --help' says more)",
                "'' | A command is missing ('indago --help' says more)"
            })
    void tellsMisuse(String line, String complaint) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);

        assertThat(err()).isEqualTo("indago: " + complaint + "\n");
        assertThat(server.asked(FakeServer.LOGIN)).isEmpty();
    }

    @Test
    void helpsAStranger() {
        assertThat(run("lookup", "--help")).isZero();

        assertThat(out())
                .contains("Usage: indago lookup")
                .contains("./indago lookup 185.220.101.34\n")
                .contains("  3   not logged in");
        assertThat(out().chars()).allMatch(character -> character < 0x7f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "lookup --version"})
    void tellsItsVersion(String line) {
        assertThat(run(line.split(" "))).isZero();

        assertThat(out()).startsWith("indago ");
    }
}
