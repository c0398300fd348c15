package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of a connector, and done about it. */
class ConnectorCommandTest {
    private static final String CONNECTOR = "/api/plugins/misp-push";
    private static final String DELIVERIES = CONNECTOR + "/deliveries";
    private static final String RETRY = CONNECTOR + "/retry";
    private static final String KILL = CONNECTOR + "/kill";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(DELIVERIES, 200, Fixture.DELIVERIES.json());
        bench.server.answers(RETRY, 200, "{\"connector\": \"misp-push\", \"retried\": 2}");
        bench.server.answers(KILL, 200, Fixture.PLUGIN.json());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsWhatItWasTold() {
        assertThat(bench.run("plugins", "deliveries", "misp-push")).isZero();

        assertThat(bench.out()).isEqualTo("""
                misp-push — 4 waiting · 2 put aside
                to do  see why, then './indago plugins retry misp-push' has it told again

                UTC               INDICATOR                           VERDICT     TRIES  OUTCOME
                2026-11-21 05:52  hxxp[://]evil[.]example/\\u001b[2Ja  malicious   1      failed
                                  it answered HTTP 400\\nindago: forged line
                2026-11-21 05:51  203[.]0[.]114[.]9                   suspicious  1      not allowed
                                  TLP:RED is stricter than TLP:AMBER
                2026-11-21 05:50  203[.]0[.]114[.]9                   malicious   3      delivered, created
                                  https://misp.example/events/view/7
                """);
        assertThat(bench.server.asked(DELIVERIES))
                .extracting(FakeServer.Asked::query)
                .containsExactly("limit=20");
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form())
                .contains("username=admin", "scope=tasks+users+mon");
    }

    @Test
    void showsThatItWasToldNothing() {
        bench.server.answers(DELIVERIES, 200, "{\"connector\": \"misp-push\", \"waiting\": 0, \"putAside\": 0}");

        assertThat(bench.run("plugins", "deliveries", "misp-push")).isZero();
        assertThat(bench.out()).isEqualTo("misp-push — 0 waiting · 0 put aside\nnothing told yet\n");
    }

    @Test
    void showsAsManyAsAreWanted() {
        assertThat(bench.run("plugins", "deliveries", "misp-push", "--limit", "500"))
                .isZero();

        assertThat(bench.server.asked(DELIVERIES))
                .extracting(FakeServer.Asked::query)
                .containsExactly("limit=500");
    }

    @Test
    void refusesALimitTheHubRefuses() {
        bench.server.answers(
                DELIVERIES,
                400,
                "{\"type\": \"urn:indago:problem:invalid-parameter\", \"status\": 400, \"detail\": \"limit is no number"
                        + " from 1 to 500\"}");

        assertThat(bench.run("plugins", "deliveries", "misp-push", "--limit", "0"))
                .isEqualTo(2);
        assertThat(bench.err()).contains("limit is no number from 1 to 500");
        assertThat(bench.run("plugins", "deliveries", "misp-push", "--limit", "many"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;misp-push: nothing was put aside",
                "1;misp-push: 1 enrichment is told again",
                "2;misp-push: 2 enrichments are told again"
            })
    void tellsAgainWhatWasPutAside(int retried, String sentence) {
        bench.server.answers(RETRY, 200, "{\"connector\": \"misp-push\", \"retried\": " + retried + "}");

        assertThat(bench.run("plugins", "retry", "misp-push")).isZero();
        assertThat(bench.out()).isEqualTo(sentence + "\n");
        assertThat(bench.server.asked(RETRY)).hasSize(1);
    }

    @Test
    void endsWhatItDoesNow() {
        assertThat(bench.run("plugins", "kill", "misp-push")).isZero();

        assertThat(bench.server.asked(KILL)).hasSize(1);
        assertThat(bench.out()).isEqualTo("virustotal — VirusTotal  (provider)\nready\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries", "retry", "kill"})
    void writesTheDocumentAsJson(String command) {
        assertThat(bench.run("plugins", command, "misp-push", "--json")).isZero();

        assertThat(bench.out()).startsWith("{").hasLineCount(1).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries", "retry", "kill"})
    void saysWhatThereIsInsteadOfAnUnknownOne(String command) {
        bench.server.answers("/api/plugins/misp/" + command, 404, """
                {"type": "urn:indago:problem:not-found", "status": 404,
                 "detail": "there is no connector 'misp', there is [misp-push]"}""");

        assertThat(bench.run("plugins", command, "misp")).isEqualTo(2);
        assertThat(bench.err())
                .isEqualTo("indago: there is no connector 'misp', there is [misp-push] ('indago plugins " + command
                        + " --help' says more)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries", "retry", "kill"})
    void saysWhichLoginItTakes(String command) {
        bench.server.answers(
                CONNECTOR + "/" + command, 403, "{\"type\": \"urn:indago:problem:forbidden\", \"status\": 403}");

        assertThat(bench.run("plugins", command, "misp-push")).isEqualTo(3);
        assertThat(bench.err()).contains("the login lacks the scope mon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliveries", "retry"})
    void tellsThatKafkaIsAway(String command) {
        bench.server.answers(CONNECTOR + "/" + command, 503, "{\"detail\": \"Kafka is not available\"}");

        assertThat(bench.run("plugins", command, "misp-push")).isEqualTo(4);
        assertThat(bench.err()).isEqualTo("indago: Kafka is not available (HTTP 503)\n");
    }

    @Test
    void refusesAnAnswerThatIsNone() {
        bench.server.answers(RETRY, 200, "[]");

        assertThat(bench.run("plugins", "retry", "misp-push")).isEqualTo(4);
        assertThat(bench.err()).contains("can't be understood");
    }
}
