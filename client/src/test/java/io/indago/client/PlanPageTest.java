package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanPageTest {

    @Test
    void showsWhoWouldBeAskedAndWhatAndWhyNotTheOthers() throws Exception {
        assertThat(page(new Display(100, false, true), Fixture.PLAN.json())).isEqualTo("""
                        evil-updates[.]com  (domain)
                        nothing was sent · 2 of 5 providers would be asked · 2 requests to begin with
                        note: read as 'evil-updates.com'

                        PROVIDER  PLAN          EXPOSURE  CALLS  WHAT TO KNOW
                        dns       not_allowed   target    -      PAP:AMBER forbids it: asking DNS can be noticed by the
                                                                 indicator's owner
                        otx       cached        vendor    -      hit since 2026-11-20 09:00:00 UTC, good until 2026-11-20
                                                                 15:00:00 UTC
                        samples   ask           vendor    1      sandbox
                        spent     rate_limited  public    -      our quota is spent: 1 in PT1H, and the next call is free in
                                                                 3600 s
                        vt        ask           vendor    1      3 of 4 left per minute · 77 of 500 left per day

                        samples
                          POST http://127.0.0.1:8099/samples.example/api/
                            Auth-Key: ‹api-key›
                            Content-Type: application/x-www-form-urlencoded

                            query=evil-updates.com

                        vt
                          GET https://vt.example/domains/evil-updates.com?key=‹api-key›
                        """);
    }

    @Test
    void foldsThoseThatDoNotTakeTheTypeIntoOneLine() throws Exception {
        String unsupported = Fixture.PLAN.json().replace("\"not_allowed\"", "\"unsupported\"");

        assertThat(page(new Display(100, false, true), unsupported))
                .contains("\n1 does not take domain: dns\n")
                .doesNotContain("not_allowed");
    }

    @Test
    void makesHostileTextHarmless() throws Exception {
        String hostile = Fixture.PLAN
                .json()
                .replace("query=evil", "\\u001b[2J\\u202equery=evil")
                .replace("https://vt", "https://\\u0007vt");

        assertThat(page(new Display(100, false, false), hostile))
                .contains("\\u001b[2J\\u202equery=evil", "https://\\u0007vt", "\\u2039api-key\\u203a")
                .matches("[\\n\\x20-\\x7e]*");
    }

    private static String page(Display display, String json) throws NoAnswerException {
        return new PlanPage(display).text(ClientJson.read(new Answer("http://hub", 200, json), LookupPlan.class));
    }
}
