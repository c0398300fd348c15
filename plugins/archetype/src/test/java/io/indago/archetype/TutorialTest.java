package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.archetype.TutorialPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tutorials say. Files are built in {@link TutorialIT}, settings loaded in the hub's
 * {@code DocumentedConnectorsTest}, commands read in the client's {@code DocumentedCommandsTest}.
 */
class TutorialTest {
    private static final String PROVIDER = "write-a-provider.md";
    private static final String CONNECTOR = "write-a-connector.md";
    private static final String CODE = "src/main/java/com/example/myabuseipdb/MyAbuseipdb";
    private static final Path BUNDLED = Path.of("../abuseipdb/src/main/resources/META-INF/indago/abuseipdb.yaml");

    @ParameterizedTest
    @ValueSource(strings = {PROVIDER, CONNECTOR})
    void leavesNoBlockUntested(String page) throws IOException {
        List<Block> blocks = TutorialPage.of(page).blocks();

        assertThat(blocks).hasSizeGreaterThan(5);
        assertThat(blocks).allSatisfy(block -> assertThat(block.marker())
                .as("the comment before the block\n%s", block.text())
                .matches("shell|settings|(file|java): \\S+"));
        assertThat(blocks).filteredOn(block -> block.marker().equals("shell")).allMatch(block -> block.language()
                .equals("sh"));
        assertThat(blocks)
                .filteredOn(block -> block.marker().equals("settings"))
                .allMatch(block -> block.language().equals("yaml"));
        assertThat(Files.readString(Path.of("../../docs").resolve(page)).split("```", -1))
                .as("fences")
                .hasSize(2 * blocks.size() + 1);
    }

    @Test
    void showsTheConnectorThatIsMade() throws IOException {
        Naming tickets = Naming.of("tickets");
        Map<String, Block> files = TutorialPage.of(CONNECTOR).files("file");
        Path template = new Checkout(Path.of("../..")).template("connector");

        assertThat(files).hasSize(3);
        for (Map.Entry<String, Block> file : files.entrySet()) {
            String made = file.getKey().replace("com/example/tickets/Tickets", "com/example/acme/Acme");
            assertThat(file.getValue().text())
                    .as(file.getKey())
                    .isEqualTo(tickets.in(Files.readString(template.resolve(made))));
        }
    }

    @Test
    void countsItsLines() throws IOException {
        TutorialPage page = TutorialPage.of(PROVIDER);
        long descriptor = page.files("file")
                .get("src/main/resources/META-INF/indago/my-abuseipdb.yaml")
                .lines();
        Map<String, Block> java = page.files("java");
        long declaration = java.get(CODE + "Plugin.java").lines();
        long lookup = java.get(CODE + "Provider.java").lines();
        long services = 1;
        long bundled = Files.readString(BUNDLED).lines().count();

        assertThat(lookup).as("a lookup in Java").isLessThanOrEqualTo(40);
        assertThat(cell(page, "**Indago, YAML** (2.)")).isEqualTo(descriptor);
        assertThat(cell(page, "**Indago, Java** (7.)")).isEqualTo(declaration + lookup + services);
        assertThat(page.text()).contains("of these " + lookup + " are the lookup");
        assertThat(cell(page, "Indago's own, YAML")).isEqualTo(bundled);
    }

    private static long cell(TutorialPage page, String row) {
        Matcher cell =
                Pattern.compile("\\| " + Pattern.quote(row) + " \\| (\\d+) \\|").matcher(page.text());
        assertThat(cell.find()).as("a row '%s' with a number", row).isTrue();
        return Long.parseLong(cell.group(1));
    }
}
