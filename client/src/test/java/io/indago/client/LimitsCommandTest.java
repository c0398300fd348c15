package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.client.FakeServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsCommandTest {
    private static final String LIMITS = "/api/admin/limits";
    private static final String SOAR = "/api/admin/limit/user/soar";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsWhatHoldsForEverybodyAndForWhom() {
        bench.server.answers(LIMITS, 200, """
                {"user": "600/1m, 50000/1d", "client": "none",
                 "settings": [{"kind": "client", "name": "portal", "limit": "6000/1m"}],
                 "overrides": [{"kind": "user", "name": "soar", "limit": "none", "until": "2026-11-21T18:00:00Z",
                     "by": "admin", "reason": "an incident", "at": "2026-11-21T10:00:00Z"}]}""");
        assertThat(bench.run("limits")).isZero();

        assertThat(bench.out()).isEqualTo("""
                KIND    NAME     LIMIT             UNTIL             BY            WHY
                user    (every)  600/1m, 50000/1d
                client  (every)  none
                client  portal   6000/1m                             the settings
                user    soar     none              2026-11-21 18:00  admin         an incident
                """);
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form()).contains("username=admin");
    }

    @Test
    void setsOneForATime() {
        bench.server.answers(SOAR, 200, """
                {"kind": "user", "name": "soar", "limit": "6000/1m", "until": "2026-11-21T18:00:00Z", "by": "admin",
                 "reason": "", "at": "2026-11-21T10:00:00Z"}""");
        assertThat(bench.run("limits", "set", "user", "soar", "--limit", "6000/1m", "--for", "8h"))
                .isZero();

        assertThat(bench.out()).isEqualTo("the user soar has the limit 6000/1m until 2026-11-21 18:00:00 UTC\n");
        assertThat(bench.server.asked(SOAR).get(0).body())
                .contains("\"limit\":\"6000/1m\"", "\"for\":\"8h\"", "\"reason\":\"\"");
    }

    @Test
    void takesOneBack() {
        bench.server.answers(SOAR, 200, "{\"kind\": \"user\", \"name\": \"soar\", \"limit\": \"600/1m\"}");

        assertThat(bench.run("limits", "clear", "user", "soar")).isZero();
        assertThat(bench.out()).isEqualTo("the user soar has the limit 600/1m\n");
    }

    @Test
    void saysWhichLoginItTakes() {
        bench.server.answers(LIMITS, 403, """
                {"type": "urn:indago:problem:forbidden", "title": "Not allowed", "status": 403, "detail": "no"}""");

        assertThat(bench.run("limits")).isEqualTo(3);
        assertThat(bench.err()).contains("the login lacks the scope mon");
    }

    @Test
    void waitsAsLongAsASpentLimitSaysAndThenTellsIt() {
        String problem = """
                {"type": "urn:indago:problem:rate-limited", "title": "Too many requests", "status": 429,
                 "detail": "Too many requests: your limit is 600/1m. There is room again in 7 s."}""";
        bench.server.answers(LIMITS, request -> new Reply(429, problem, Map.of("Retry-After", "7")));

        assertThat(bench.run("limits")).isEqualTo(4);
        assertThat(bench.err())
                .isEqualTo("indago: Too many requests: your limit is 600/1m. There is room again in 7 s. (HTTP 429)\n");
        assertThat(bench.pauses)
                .startsWith(Duration.ofSeconds(7), Duration.ofSeconds(8), Duration.ofSeconds(9))
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(17)) <= 0);
        assertThat(bench.pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(600L, 620L);
    }

    @Test
    void doesNotWaitForADaysLimit() {
        bench.server.answers(LIMITS, request -> new Reply(429, """
                {"type": "urn:indago:problem:rate-limited", "title": "Too many requests", "status": 429,
                 "detail": "Too many requests: your limit is 9/1d. There is room again in 9600 s."}""", Map.of("Retry-After", "9600")));

        assertThat(bench.run("limits")).isEqualTo(4);
        assertThat(bench.pauses).isEmpty();
    }
}
