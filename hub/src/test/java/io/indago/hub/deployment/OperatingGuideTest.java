package io.indago.hub.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the settings in {@code docs/operating.md} complete and true. */
class OperatingGuideTest {
    private static final Path GUIDE = Compose.CHECKOUT.resolve("docs/operating.md");
    private static final HubSettings SETTINGS = new HubSettings();

    @Test
    void namesEverySetting() {
        Set<String> rows = Compose.found("(?m)^\\| `(indago\\.[a-z.-]+)` \\| [^|]+ \\|", GUIDE);
        rows.removeIf(name -> name.matches("indago[.](providers|connectors).*"));
        Set<String> expected = new TreeSet<>(SETTINGS.own());
        expected.removeAll(Set.of("indago.providers", "indago.connectors"));

        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void saysHowToSpellThemAsVariables() {
        assertThat(SETTINGS.own())
                .filteredOn(
                        name -> !Set.of("indago.providers", "indago.connectors").contains(name))
                .allMatch(name -> SETTINGS.hasVariable(HubSettings.variable(name)));
    }

    @Test
    void namesNoVariableTheHubDoesNotRead() {
        assertThat(Compose.found("`((?:INDAGO|SPRING|SERVER|MANAGEMENT|LOGGING)_\\w+)`", GUIDE))
                .isNotEmpty()
                .allMatch(variable -> variable.startsWith("INDAGO_PROVIDERS_") || SETTINGS.hasVariable(variable));
    }

    @Test
    void namesNoSpringSettingThatIsNone() {
        assertThat(Compose.found("`((?:spring|server|management)\\.[a-z.-]+)`", GUIDE))
                .isNotEmpty()
                .allMatch(SETTINGS::has);
    }
}
