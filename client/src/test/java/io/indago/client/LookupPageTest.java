package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupPageTest {
    private static final Display PLAIN = new Display(100, false, true);

    private static String page(Display display, Fixture fixture) {
        return page(display, fixture.json());
    }

    private static String page(Display display, String json) {
        return new LookupPage(display).text(Fixture.enrichment(json));
    }

    @Test
    void showsVerdictReasonsAndEveryProvider() {
        assertThat(page(PLAIN, Fixture.MALICIOUS)).isEqualTo("""
                        evil-updates[.]com  (domain)
                        malicious, score 82 · 2 of 2 providers answered · 0.31 s
                        nobody was asked for real: the sandbox or recordings answer
                        note: read as 'evil-updates.com'

                        why:
                          virustotal says malicious: score 82, confidence 90, reliability A, age 12 h, weight 0.896558
                          weighted mean of 1 opinion(s): 82
                          score 82: malicious

                        PROVIDER    STATUS  FINDING                                                                     TIME
                        dns         hit     resolves to 192.0.2.7                                                     cached
                        virustotal  hit     60 of 94 engines flag it                                                  0.31 s
                        1 does not take domain: filescan
                        """);
    }

    @Test
    void namesWhomTheSandboxAnswersForBesideRealProviders() {
        String oneIsReal = Fixture.MALICIOUS.json().replaceFirst("\"sandbox\": true", "\"sandbox\": false");

        assertThat(page(PLAIN, oneIsReal))
                .contains("the sandbox or recordings answer for virustotal\n")
                .doesNotContain("nobody");
    }

    @Test
    void foldsThoseThatDoNotTakeTheTypeIntoOneLine() {
        String many = IntStream.rangeClosed(1, 20)
                .mapToObj(
                        "{\"provider\": \"other-%d\", \"title\": \"\", \"status\": \"unsupported\", \"reason\": \"\"}"
                                ::formatted)
                .collect(Collectors.joining(", ", "\"reports\": [", ", "));

        assertThat(page(PLAIN, Fixture.MALICIOUS.json().replace("\"reports\": [", many))
                        .lines()
                        .skip(10))
                .containsExactly(
                        "PROVIDER    STATUS  FINDING                                                                     TIME",
                        "dns         hit     resolves to 192.0.2.7                                                     cached",
                        "virustotal  hit     60 of 94 engines flag it                                                  0.31 s",
                        "21 do not take domain: other-1, other-2, other-3, other-4, other-5, other-6, other-7, other-8, othe…");
    }

    @Test
    void saysWhyProvidersDidNotAnswer() {
        assertThat(page(PLAIN, Fixture.PARTIAL)).isEqualTo("""
                        91[.]92[.]251[.]103  (ipv4)
                        unknown · 1 of 5 providers answered · 3.00 s

                        why:
                          no provider has an opinion

                        PROVIDER   STATUS              FINDING                                                          TIME
                        abuseipdb  rate_limited        AbuseIPDB: its limit is spent; again in 37 s                   0.12 s
                        dns        no_data             no PTR record                                                  0.02 s
                        otx        error: unavailable  OTX answered HTTP 502                                          0.21 s
                        slow       timeout             no answer by the deadline                                      3.00 s
                        vt         unauthorised        VirusTotal refuses the key                                     0.08 s
                        crowd      not_allowed         TLP:AMBER is stricter than TLP:GREEN, the strictest Crowd may       -
                                                       be asked under, and its owner would hear of it at once
                        shodan     skipped             no key is configured                                                -
                        """);
    }

    @Test
    void makesHostileTextHarmless() {
        assertThat(page(PLAIN, Fixture.HOSTILE)).isEqualTo("""
                        \\u202eevil\\u001b]0;pwned\\u0007[.]com  (domain)
                        malicious\\u001b[2J, score 82 · 2 of 2 providers answered · 0.31 s
                        note: '\u0430pple\\u200b' can be mistaken\\u000d for 'apple'

                        why:
                          line one\\nindago: forged line
                          \\u009b31mred \\udb40\\udc41\\ud800 end

                        PROVIDER       STATUS                FINDING                                                    TIME
                        evil\\u001b[1A  hit                   \\u001b[31mclean\\u001b[0m \\u2066reversed\\u2069            0.01 s
                                                             日本語の文 word word word word word word word word wor…
                        long           hit                   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  0.01 s
                                                             xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                        status         no_such_status_that…  é́́ café                                                   0.01 s
                        """);
    }

    @Test
    void fitsANarrowTerminalThatKnowsOnlyAscii() {
        assertThat(page(new Display(60, false, false), Fixture.HOSTILE))
                .isEqualTo("""
                        \\u202eevil\\u001b]0;pwned\\u0007[.]com  (domain)
                        malicious\\u001b[2J, score 82 - 2 of 2 providers answered - 0.31 s
                        note: '\\u0430pple\\u200b' can be mistaken\\u000d for 'apple'

                        why:
                          line one\\nindago: forged line
                          \\u009b31mred \\udb40\\udc41\\ud800 end

                        PROVIDER       STATUS                FINDING            TIME
                        evil\\u001b[1A  hit                   \\u001b[31mclean  0.01 s
                                                             \\u001b[0m \\u...
                        long           hit                   xxxxxxxxxxxxxxx  0.01 s
                                                             xxxxxxxxxxxx...
                        status         no_such_status_th...  \\u00e9\\u0301\\u0  0.01 s
                                                             301 caf\\u00e9
                        """)
                .matches("[\\n -~]*");
    }

    @Test
    void coloursWhatMatters() {
        assertThat(page(new Display(100, true, true), Fixture.PARTIAL).lines())
                .contains(
                        "\u001b[1munknown\u001b[0m \u00b7 1 of 5 providers answered \u00b7 3.00 s",
                        "\u001b[33mslow       timeout             no answer by the deadline"
                                + "                                      3.00 s\u001b[0m");
        assertThat(page(new Display(100, true, true), Fixture.MALICIOUS))
                .contains("\u001b[31;1mmalicious\u001b[0m, score");
    }
}
