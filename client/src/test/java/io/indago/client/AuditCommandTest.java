package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final String PATH = "/api/admin/audit";
    private static final String VERIFICATION = "/api/admin/audit/verification";
    private static final String ENTRIES = """
            {"entries": [{"position": 7, "id": "019aa5a0-0000-7000-8000-000000000001", "at": "2026-11-21T10:00:00Z",
             "subject": "1", "username": "eve\\u001b[2J", "client": "soar", "address": "192.0.2.7",
             "action": "scope.refuse", "object": "POST /api/plugins/{id}/kill", "outcome": "refused",
             "details": {"times": "50", "first": "2026-11-21T09:59:00Z"}, "hash": "00"}],
             "offset": 0, "limit": 1, "more": true}""";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(PATH, 200, ENTRIES);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsWhoDidWhat() {
        assertThat(bench.run("audit", "--limit", "1")).isZero();

        assertThat(bench.server.asked(PATH).get(0).query()).isEqualTo("offset=0&limit=1");
        assertThat(bench.out())
                .contains(
                        "scope.refuse",
                        "192.0.2.7",
                        "POST /api/plugins/{id}/kill",
                        "2026-11-21 10:00",
                        "there are more")
                .doesNotContain("\u001b");
    }

    @Test
    void asksForWhatIsWanted() {
        bench.run(
                "audit",
                "--user",
                "eve",
                "--action",
                "plugin",
                "--outcome",
                "done",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-02",
                "--object",
                "dns",
                "--offset",
                "20",
                "--json");

        assertThat(bench.server.asked(PATH).get(0).query())
                .isEqualTo("user=eve&action=plugin&object=dns&outcome=done&from=2026-11-01&to=2026-11-02&offset=20"
                        + "&limit=20");
    }

    @Test
    void saysThatItIsWhole() {
        bench.server.answers(VERIFICATION, 200, "{\"state\": \"whole\", \"sound\": 9, \"proven\": 8}");

        assertThat(bench.run("audit", "verify")).isZero();
        assertThat(bench.out())
                .contains("entries 1 to 9 are as they were recorded", "vouches for those up to 8")
                .doesNotContain("begins", "forgotten");
    }

    @Test
    void saysWhatWasForgotten() {
        bench.server.answers(
                VERIFICATION,
                200,
                "{\"state\": \"whole\", \"begin\": 5, \"deletedAt\": \"2026-11-21T10:00:00Z\", \"sound\": 9, \"proven\": 8,"
                        + " \"pseudonymised\": 2, \"truncated\": 1}");

        assertThat(bench.run("audit", "verify")).isZero();
        assertThat(bench.out())
                .contains(
                        "entries 5 to 9 are as they were recorded",
                        "the chain begins at 5: what was before was deleted on 2026-11-21 10:00 UTC, as retention says",
                        "who, in 2 entries; the address alone, in 1");
    }

    @Test
    void saysWhereItIsBroken() {
        bench.server.answers(
                VERIFICATION,
                200,
                "{\"state\": \"broken\", \"sound\": 4, \"proven\": 8, \"brokenAt\": 5, \"reason\": \"its hash is another\"}");

        assertThat(bench.run("audit", "verify")).isEqualTo(5);
        assertThat(bench.out()).contains("broken at entry 5", "its hash is another");
    }

    @Test
    void saysThatNothingProvesIt() {
        bench.server.answers(
                VERIFICATION, 200, "{\"state\": \"unproven\", \"sound\": 4, \"proven\": 0, \"reason\": \"no head\"}");

        assertThat(bench.run("audit", "verify", "--json")).isEqualTo(5);
        assertThat(bench.out()).contains("\"unproven\"");
    }
}
