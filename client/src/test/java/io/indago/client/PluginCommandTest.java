package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCommandTest {
    private static final String SHOW = "/api/plugins/virustotal";
    private static final String CHECK = SHOW + "/health-check";
    private static final String ENABLE = SHOW + "/enable";
    private static final String DISABLE = SHOW + "/disable";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(SHOW, 200, Fixture.PLUGIN.json());
        bench.server.answers(CHECK, 200, Fixture.HEALTH_CHECK.json());
        bench.server.answers(ENABLE, 200, Fixture.PLUGIN.json());
        bench.server.answers(DISABLE, 200, """
                {"id": "virustotal", "kind": "provider", "title": "VirusTotal", "state": "disabled",
                 "reason": "disabled by admin at 2026-11-21T05:50:00Z: the contract ended", "recent": {"lookups": 7}}""");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsOne() {
        assertThat(bench.run("plugins", "show", "virustotal")).isZero();

        assertThat(bench.out()).startsWith("""
                virustotal — VirusTotal  (provider)
                ready

                quota          3 of 4 left per minute
                """);
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form())
                .contains("username=analyst", "scope=tasks+users");
    }

    @Test
    void saysWhatChangedInTheFolder() {
        bench.server.answers("/api/plugins/rescan", 200, """
                {"added": ["abuseipdb"], "replaced": [], "removed": ["shodan"], "refused": ["dns"], "unchanged": 4,
                 "problems": [{"plugin": "dns", "severity": "error", "phase": "replace", "message": "half a jar"}]}""");
        assertThat(bench.run("plugins", "rescan")).isEqualTo(5);

        assertThat(bench.out()).isEqualTo("""
                added         abuseipdb
                removed       shodan
                not replaced  dns
                unchanged     4

                problems:
                  dns: half a jar
                """);
    }

    @Test
    void checksOneAsTheAdmin() {
        assertThat(bench.run("plugins", "check", "virustotal")).isEqualTo(5);

        assertThat(bench.out()).isEqualTo("""
                virustotal: down
                why         VirusTotal refuses the key\\u001b[1A
                checked     2026-11-21 05:50:00 UTC
                took        0.20 s
                reachable   yes
                credential  refused
                quota left  unknown
                """);
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form())
                .contains("username=admin", "password=word", "scope=tasks+users+mon");
    }

    @ParameterizedTest
    @CsvSource({"up,0", "unknown,0", "down,5", "novelty,0"})
    void tellsByTheExitCodeWhetherItIsDown(String state, int exitCode) {
        bench.server.answers(CHECK, 200, "{\"id\": \"virustotal\", \"state\": \"" + state + "\"}");

        assertThat(bench.run("plugins", "check", "virustotal")).isEqualTo(exitCode);
        assertThat(bench.out()).isEqualTo("virustotal: " + state + "\n");
    }

    @Test
    void doesNotCallUnreachableWhatCantTell() {
        bench.server.answers(
                CHECK,
                200,
                "{\"id\": \"virustotal\", \"state\": \"unknown\", \"took\": 0.012450204, \"reachable\": false}");

        assertThat(bench.run("plugins", "check", "virustotal")).isZero();
        assertThat(bench.out()).isEqualTo("virustotal: unknown\ntook  0.01 s\n");
    }

    @Test
    void enablesOne() {
        assertThat(bench.run("plugins", "enable", "virustotal")).isZero();

        assertThat(bench.server.asked(ENABLE)).hasSize(1);
        assertThat(bench.out()).isEqualTo("virustotal — VirusTotal  (provider)\nready\n");
    }

    @Test
    void disablesOneForAReason() {
        assertThat(bench.run("plugins", "disable", "virustotal", "--reason", "the contract ended"))
                .isZero();

        assertThat(bench.server.asked(DISABLE))
                .extracting(FakeServer.Asked::body)
                .containsExactly("{\"reason\":\"the contract ended\"}");
        assertThat(bench.out()).isEqualTo("""
                virustotal — VirusTotal  (provider)
                disabled
                why    disabled by admin at 2026-11-21T05:50:00Z: the contract ended
                to do  './indago plugins enable virustotal' has it asked again
                """);
    }

    @Test
    void disablesOneForNoReason() {
        assertThat(bench.run("plugins", "disable", "virustotal")).isZero();

        assertThat(bench.server.asked(DISABLE))
                .extracting(FakeServer.Asked::body)
                .containsExactly("{}");
    }

    @ParameterizedTest
    @CsvSource({"show,PLUGIN,0", "check,HEALTH_CHECK,5", "enable,PLUGIN,0"})
    void writesTheDocumentAsJson(String command, Fixture document, int exitCode) {
        String line = SafeText.ofJson(document.json()) + "\n";

        assertThat(bench.run("plugins", command, "virustotal", "--json")).isEqualTo(exitCode);
        assertThat(bench.out()).isEqualTo(line).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins --json show virustotal", "plugins show --json virustotal"})
    void takesOptionsBeforeAndAfterTheCommand(String arguments) {
        assertThat(bench.run(arguments.split(" "))).isZero();

        assertThat(bench.out()).startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins --url %s disable virustotal", "plugins disable virustotal --url %s"})
    void switchesAtTheHubItIsTold(String arguments) {
        try (FakeServer other = new FakeServer()) {
            other.answers(DISABLE, 200, Fixture.PLUGIN.json());

            assertThat(bench.run(arguments.formatted(other.address()).split(" ")))
                    .isZero();

            assertThat(other.asked(DISABLE)).hasSize(1);
            assertThat(bench.server.asked(DISABLE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "check", "enable", "disable"})
    void namesTheNearestOfAnUnknownOne(String command) {
        String path = "/api/plugins/virustotl" + (command.equals("show") ? "" : "/" + command);
        bench.server.answers(path.replace("/check", "/health-check"), 404, """
                {"type": "urn:indago:problem:not-found", "title": "Not found", "status": 404,
                 "detail": "there is no provider or connector 'virustotl'; did you mean 'virustotal'?"}""");

        assertThat(bench.run("plugins", command, "virustotl")).isEqualTo(2);

        assertThat(bench.err())
                .isEqualTo("indago: there is no provider or connector 'virustotl'; did you mean 'virustotal'?"
                        + " ('indago plugins " + command + " --help' says more)\n");
    }

    @Test
    void mistakesNoOtherServerForAHubWithoutThatPlugin() {
        bench.server.answers(SHOW, 404, "<html>nothing here</html>");

        assertThat(bench.run("plugins", "show", "virustotal")).isEqualTo(4);
        assertThat(bench.err()).isEqualTo("indago: HTTP 404 without an explanation (HTTP 404)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "enable", "disable"})
    void saysWhichLoginItTakes(String command) {
        String problem = "{\"type\": \"urn:indago:problem:forbidden\", \"status\": 403, \"detail\": \"Not you\"}";
        for (String path : new String[] {CHECK, ENABLE, DISABLE}) {
            bench.server.answers(path, 403, problem);
        }

        assertThat(bench.run("plugins", command, "virustotal")).isEqualTo(3);

        assertThat(bench.err())
                .isEqualTo("indago: the login lacks the scope mon, which this takes;"
                        + " './indago login --scope \"tasks users mon\"' asks for it\n");
    }

    @Test
    void tellsThatItIsNotPermittedToLook() {
        bench.server.answers(
                SHOW, 403, "{\"type\": \"urn:indago:problem:forbidden\", \"detail\": \"scope tasks is missing\"}");

        assertThat(bench.run("plugins", "show", "virustotal")).isEqualTo(3);
        assertThat(bench.err()).isEqualTo("indago: scope tasks is missing (HTTP 403)\n");
    }

    @Test
    void tellsThatTheHubCantKeepIt() {
        bench.server.answers(
                DISABLE, 503, "{\"detail\": \"the database can't be reached; try again\", \"traceId\": \"t-1\"}");

        assertThat(bench.run("plugins", "disable", "virustotal")).isEqualTo(4);
        assertThat(bench.err())
                .isEqualTo("indago: the database can't be reached; try again (HTTP 503, trace id t-1)\n");
    }

    @Test
    void triesAgainWhenTheHubSaysWhen() {
        bench.server.answersInTurn(
                ENABLE,
                new FakeServer.Reply(503, "", Map.of("Retry-After", "5")),
                new FakeServer.Reply(200, Fixture.PLUGIN.json()));

        assertThat(bench.run("plugins", "enable", "virustotal")).isZero();
        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "check", "enable", "disable"})
    void wantsAnId(String command) {
        assertThat(bench.run("plugins", command)).isEqualTo(2);
        assertThat(bench.run("plugins", command, " ")).isEqualTo(2);
        assertThat(bench.run("plugins", command, "a", "b")).isEqualTo(2);

        assertThat(bench.err()).contains("Missing required parameter: '<id>'", "The id is blank", "Unmatched argument");
    }

    @Test
    void refusesAnAnswerThatIsNoPlugin() {
        bench.server.answers(SHOW, 200, "{\"plugins\": []}");

        assertThat(bench.run("plugins", "show", "virustotal")).isEqualTo(4);
        assertThat(bench.err()).contains("can't be understood");
    }
}
