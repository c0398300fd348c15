package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsCommandTest {
    private static final String REPORT = """
            {"from": "2026-11-01", "to": "2026-11-20", "asOf": "2026-11-20T09:59:00Z", "by": "provider", "total": 3,
             "offset": 0, "limit": 2,
             "totals": {"requests": 9, "lookups": 8, "billed": 5, "shared": 1, "cached": 2, "calls": 6, "cost": 6.5},
             "rows": [
              {"key": "shodan", "requests": 5, "lookups": 4, "billed": 3, "shared": 0, "cached": 1, "calls": 3, "cost": 6},
              {"key": "", "requests": 4, "lookups": 4, "billed": 2, "shared": 1, "cached": 1, "calls": 3, "cost": 0.5}]}
            """;
    private static final String LOG = """
            {"from": "2026-11-01", "to": "2026-11-20", "lastAuthentication": "2026-11-20T08:00:00Z", "total": 2, "entries": [
              {"at": "2026-11-20T09:59:00Z", "stage": "completed", "user": "alice", "method": "GET", "endpoint": "/api/x",
               "indicator": "203.0.114.9", "address": "192.0.2.7", "status": 200},
              {"at": "2026-11-20T09:58:00Z", "stage": "interrupted", "user": "alice", "method": "GET", "endpoint": "/api/me",
               "address": "192.0.2.0/24"}]}
            """;

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers("/api/admin/reports", 200, REPORT);
        bench.server.answers("/api/admin/report/a b", 200, "\"day\",\"cost\"\r\n\"'=1\",2\r\n");
        bench.server.answers("/api/admin/log/alice", 200, LOG);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "requests"})
    void asksAsTheAdmin(String command) {
        bench.server.answers("/api/admin/logs", 200, LOG);

        assertThat(bench.run(command)).isZero();
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form()).contains("username=admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "requests"})
    void saysWhichScopeIsMissing(String command) {
        for (String path : List.of("/api/admin/reports", "/api/admin/logs")) {
            bench.server.answers(path, 403, "{\"type\": \"urn:indago:problem:forbidden\", \"status\": 403}");
        }

        assertThat(bench.run(command)).isNotZero();
        assertThat(bench.err()).contains("the login lacks the scope mon:read or mon");
    }

    @Test
    void showsAReport() {
        assertThat(bench.run("reports", "--by", "provider", "--from", "2026-11-01", "--limit", "2"))
                .isZero();

        assertThat(bench.server.asked("/api/admin/reports").get(0).query())
                .isEqualTo("from=2026-11-01&limit=2&by=provider");
        assertThat(bench.out()).isEqualTo("""
                2026-11-01 to 2026-11-20, counted up to 2026-11-20 09:59 UTC
                9 requests · 8 lookups · 6 calls · cost 6.5

                PROVIDER  REQUESTS  LOOKUPS  BILLED  SHARED  CACHED  CALLS  COST
                shodan    5         4        3       0       1       3      6
                (none)    4         4        2       1       1       3      0.5
                2 of 3 rows
                """);
    }

    @Test
    void writesTheHubsCsvAsItIs() {
        assertThat(bench.run("reports", "--user", "a b", "--csv")).isZero();

        assertThat(bench.out()).isEqualTo("\"day\",\"cost\"\r\n\"'=1\",2\r\n");
    }

    @Test
    void showsAUsersRequests() {
        assertThat(bench.run("requests", "--user", "alice")).isZero();

        assertThat(bench.out()).isEqualTo("""
                2026-11-01 to 2026-11-20 · 2 of 2 requests · last login 2026-11-20 08:00 UTC

                WHEN (UTC)        USER   STATUS       ADDRESS       WHAT
                2026-11-20 09:59  alice  200          192.0.2.7     203.0.114.9
                2026-11-20 09:58  alice  interrupted  192.0.2.0/24  GET /api/me
                """);
    }
}
