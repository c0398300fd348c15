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
                PROVIDER    TITLE             TYPES                      EXPOSURE  STATE
                dns         DNS               ipv4 ipv6 domain           target    live
                virustotal  VirusTotal        ipv4 ipv6 domain url hash  vendor    sandbox
                vt-files    VirusTotal files  hash                       vendor    no key is configured

                problems:
                  settings: warning at configure: there is no provider 'virustotl'
                  virustotal (active): warning at configure: no key is configured: set
                  indago.providers.virustotal.api-key
                  broken (rejected): error at scan: \\u001b[31mno readable jar
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
        assertThat(bench.out()).isEqualTo("PROVIDER  TITLE  TYPES  EXPOSURE  STATE\n");
    }

    @Test
    void tellsThatItIsNotPermitted() {
        bench.server.answers("/api/plugins", 403, "{\"detail\": \"scope tasks is missing\"}");

        assertThat(bench.run("plugins")).isEqualTo(3);
        assertThat(bench.err()).isEqualTo("indago: scope tasks is missing (HTTP 403)\n");
    }
}
