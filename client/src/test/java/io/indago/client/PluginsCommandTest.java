package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers("/api/plugins", 200, Fixture.PLUGINS.json());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsProvidersAndProblems() {
        assertThat(bench.run("plugins")).isZero();

        assertThat(bench.out()).isEqualTo("""
                PROVIDER    TYPES                      EXPOSURE  STATE
                dns         ipv4 ipv6 domain           target    live
                virustotal  ipv4 ipv6 domain url hash  vendor    sandbox
                vt-files    hash                       vendor    no key is configured

                problems:
                  settings: warning at configure: there is no provider 'virustotl'
                  virustotal (active): warning at configure: no key is configured: set
                  indago.providers.virustotal.api-key
                  broken (rejected): error at scan: \\u001b[31mno readable jar
                """);
    }

    @Test
    void showsHealthConnectorsAndWhatIsHeldBack() {
        bench.server.answers("/api/plugins", 200, Fixture.PLUGINS_AT_WORK.json());

        assertThat(bench.run("plugins")).isZero();

        assertThat(bench.out()).isEqualTo("""
                PROVIDER  TYPES        EXPOSURE  HEALTH  STATE
                dns       ipv4 domain  target    up      live
                otx       url          vendor    down    held back: its health checks fail: HTTP 502
                shodan    ipv4         vendor    -       disabled by admin at 2026-11-21T05:40:00Z: the contract
                                                         ended
                vt        hash         vendor    -       unconfigured: no key is configured
                broken    hash         local     -       failed

                CONNECTOR  TYPES     STATE
                misp       ipv4 url  live
                """);
    }

    @Test
    void writesTheDocumentAsJson() {
        assertThat(bench.run("plugins", "--json")).isZero();

        assertThat(bench.out()).hasLineCount(1).startsWith("{").contains("\"vt-files\"");
    }

    @Test
    void toleratesAHubThatTellsNothingOfSettings() {
        bench.server.answers("/api/plugins", 200, "{\"plugins\": [], \"providers\": []}");

        assertThat(bench.run("plugins")).isZero();
        assertThat(bench.out()).isEqualTo("PROVIDER  TYPES  STATE\n");
    }

    @Test
    void tellsThatItIsNotPermitted() {
        bench.server.answers("/api/plugins", 403, "{\"detail\": \"scope tasks is missing\"}");

        assertThat(bench.run("plugins")).isEqualTo(3);
        assertThat(bench.err()).isEqualTo("indago: scope tasks is missing (HTTP 403)\n");
    }
}
