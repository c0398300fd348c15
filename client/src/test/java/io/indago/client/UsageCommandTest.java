package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageCommandTest {
    private static final String PATH = "/api/me/usage";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers(PATH, 200, Fixture.USAGE.json());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsWhatWasUsed() {
        assertThat(bench.run("usage")).isZero();

        assertThat(bench.server.asked(PATH).get(0).query()).isEmpty();
        assertThat(bench.out()).isEqualTo("""
                2026-11-01 00:00 to 2026-11-20 10:00 UTC, counted up to 2026-11-20 09:59
                55 requests · 40 lookups · 123456 bytes answered

                PROVIDER    LOOKUPS  HITS  CALLS  BYTES RECEIVED
                virustotal  38       12    41     987654
                dns         10       3     10     2048
                """);
    }

    @Test
    void asksForTheDays() {
        assertThat(bench.run("usage", "--from", "2026-11-01", "--to=2026-11-19", "--json"))
                .isZero();

        assertThat(bench.server.asked(PATH).get(0).query()).isEqualTo("from=2026-11-01&to=2026-11-19");
        assertThat(bench.out()).isEqualTo(Fixture.USAGE.json().replace("\n", "") + "\n");
    }

    @Test
    void refusesWhatIsNoDay() {
        assertThat(bench.run("usage", "--from", "yesterday")).isEqualTo(2);
        assertThat(bench.err()).contains("'yesterday' is no day, expected one like 2026-11-01");
    }
}
