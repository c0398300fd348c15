package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginPageTest {
    private static final Display PLAIN = new Display(100, false, true);

    private static PluginDetails details(String json) {
        try {
            return ClientJson.read(new Answer("http://hub", 200, json), PluginDetails.class);
        } catch (NoAnswerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(Display display, Fixture fixture) {
        return new PluginPage(display).text(details(fixture.json()));
    }

    private static String summary(String members) {
        return new PluginPage(PLAIN).summary(details("{\"id\": \"x\", " + members.replace('\'', '"') + "}"));
    }

    @Test
    void showsHowOneDoesAndWhatItIs() {
        assertThat(page(PLAIN, Fixture.PLUGIN)).isEqualTo("""
                virustotal — VirusTotal  (provider)
                ready

                quota          3 of 4 left per minute
                               380 of 500 left per day, 12 of these leased by this replica
                health         up · checked 2026-11-21 05:50:00 UTC · took 0.12 s
                lookups        98 % answered · of the last 120 · 80 hit · 38 no_data · 2 timeout
                latency        p50 110 ms · p95 300 ms · p99 900 ms
                breaker        closed · 2 % failed
                connections    2 of 64 in use · 0 waiting
                cache          12 kept · 40 found · 120 not found

                types          ipv4 ipv6 domain url hash
                hosts          www.virustotal.com
                exposure       vendor
                strictest TLP  AMBER
                reliability    B: many engines
                homepage       https://www.virustotal.com
                plugin         virustotal · 0.1.0 · active · plugin API 1.1
                jars           virustotal.jar 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

                SETTING  VALUE     FROM         HELP
                api-key  (secret)  environment  Your key
                mode     auto      default      Whether calls go to the provider or to the sandbox
                """);
    }

    @Test
    void saysFirstWhatIsWrongAndMakesHostileTextHarmless() {
        assertThat(page(PLAIN, Fixture.HELD_BACK)).isEqualTo("""
                otx — OTX \\u001b[31m  (provider)
                held back by its circuit breaker until 2026-11-21 05:52:30 UTC
                why            held back: of its last 20 lookups 15 failed; it is tried again in 43 s
                to do          nothing, it is tried again by itself; './indago plugins enable otx' does so at once
                problems       warning at run: its threads did not end: \\u001b[2Jlook

                health         down: HTTP 502\\nindago: forged line · checked 2026-11-21 05:50:00 UTC · took 3.00 s ·
                               2 failed in a row
                lookups        25 % answered · of the last 20 · 15 timeout · 5 hit
                latency        p50 1100 ms · p95 3000 ms · p99 9000 ms
                breaker        open until 2026-11-21 05:52:30 UTC · 75 % failed
                connections    64 of 64 in use · 9 waiting
                cache          0 kept · 0 found · 20 not found

                types          url
                hosts          otx.example
                exposure       vendor
                strictest TLP  AMBER
                reliability    C: anyone \\u202emay write
                homepage       https://otx.example
                plugin         alienvault-otx · active · plugin API 1.0
                """);
    }

    @Test
    void showsAConnectorThatLacksSettings() {
        assertThat(page(PLAIN, Fixture.UNCONFIGURED)).isEqualTo("""
                misp — MISP  (connector)
                unconfigured
                why            not configured: api-key is missing
                to do          set what is missing, and restart the hub
                problems       error at configure: api-key is missing

                health         never checked
                missing        indago.connectors.misp.api-key (INDAGO_CONNECTORS_MISP_API_KEY)

                types          ipv4 url
                hosts          misp.example
                strictest TLP  AMBER
                plugin         misp · 0.1.0 · active · plugin API 1.1

                SETTING  VALUE                 FROM      HELP
                api-key  -                     missing   Of a user who may write
                url      https://misp.example  settings  Where it is
                """);
    }

    @Test
    void speaksOfPushesWhereItIsAConnector() {
        assertThat(new PluginPage(PLAIN).text(details("""
                        {"id": "misp-push", "kind": "connector", "state": "ready", "cache": {"entries": 0},
                         "recent": {"lookups": 4, "successRate": 0.75, "statuses": {"hit": 3, "timeout": 1}}}""")))
                .contains("pushes  75 % delivered · of the last 4 · 3 delivered · 1 timeout")
                .doesNotContain("lookups", "cache");
    }

    @Test
    void fitsANarrowTerminalThatKnowsOnlyAscii() {
        assertThat(page(new Display(60, false, false), Fixture.HELD_BACK))
                .startsWith("""
                        otx - OTX \\u001b[31m  (provider)
                        held back by its circuit breaker until 2026-11-21 05:52:30
                        UTC
                        why            held back: of its last 20 lookups 15 failed;
                                       it is tried again in 43 s
                        """)
                .matches("[\\n -~]*")
                .satisfies(page -> assertThat(page.lines()).allMatch(line -> line.length() <= 60));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`'heldBack': {'by': 'credential'}`       | its credential    | if this one is good again",
                "`'heldBack': {'by': 'rate_limit'}`       | its rate limit    | nothing else helps",
                "`'heldBack': {'by': 'health'}`           | its health checks | './indago plugins check x' makes one now",
                "`'heldBack': {'by': 'novelty'}`          | novelty           | './indago plugins enable x'",
            })
    void saysWhatHoldsItBackAndWhatEndsThat(String hold, String by, String remedy) {
        assertThat(summary("'state': 'held_back', " + hold).replaceAll("\\s+", " "))
                .startsWith("x held back by " + by + " to do ")
                .contains(remedy);
    }

    @Test
    void tellsWhatSettingsSwitchedOffFromWhatSomebodyDid() {
        assertThat(summary("'state': 'disabled', 'reason': 'disabled by admin'"))
                .isEqualTo("""
                x
                disabled
                why    disabled by admin
                to do  './indago plugins enable x' has it asked again
                """);
        assertThat(summary("'state': 'disabled', 'settings': [{'name': 'mode', 'value': 'off'}]"))
                .contains("set its mode to another than off, and restart the hub");
    }

    @Test
    void tellsWhatOneThatIsReadyLacks() {
        assertThat(summary("'state': 'ready', 'quotas': [{'left': 0, 'freeAt': '2026-11-22T00:00:00Z'}, {'left': 3}]"))
                .isEqualTo("x\nready, but its quota is spent until 2026-11-22 00:00:00 UTC\n");
        assertThat(summary("'state': 'ready', 'health': {'state': 'down'}"))
                .isEqualTo("x\nready, but its last health check failed\n");
        assertThat(summary("'state': 'ready', 'sandbox': true"))
                .isEqualTo("x\nready, but the sandbox or a recording answers in its place\n");
    }

    @Test
    void speaksOfTheSandboxOnlyWhereItAnswers() {
        assertThat(summary("'state': 'failed', 'sandbox': true")).isEqualTo("""
                x
                failed
                to do  see the problems and the hub's log; a restart of the hub tries it again
                """);
    }

    @Test
    void doesNotBlameABreakerForWhatSomebodyDid() {
        assertThat(summary("'state': 'disabled', 'heldBack': {'by': 'breaker'}"))
                .startsWith("x\ndisabled\n");
    }

    @Test
    void showsWhatLittleAnotherHubSays() {
        assertThat(
                        new PluginPage(PLAIN)
                                .text(
                                        details(
                                                "{\"id\": \"x\", \"state\": \"dreaming\", \"recent\": {},"
                                                        + " \"connections\": {}, \"cache\": {}, \"quotas\": [{}], \"breaker\": {\"state\": \"half_open\"}}")))
                .isEqualTo("""
                        x
                        dreaming

                        quota    ? left
                        health   never checked
                        lookups  none lately
                        breaker  half open
                        """);
    }

    @Test
    void neverRoundsAFailureAway() {
        assertThat(
                        new PluginPage(PLAIN)
                                .text(
                                        details(
                                                "{\"id\": \"x\", \"state\": \"ready\", \"recent\": {\"lookups\": 200,"
                                                        + " \"successRate\": 0.995}, \"breaker\": {\"state\": \"closed\", \"failureRate\": 0.5}}")))
                .contains("99 % answered", "1 % failed");
    }

    @Test
    void coloursTheState() {
        Display colours = new Display(100, true, true);
        assertThat(page(colours, Fixture.PLUGIN)).contains("\u001b[32mready\u001b[0m\n");
        assertThat(page(colours, Fixture.HELD_BACK)).contains("\u001b[33mheld back by");
    }
}
