package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.indago.host.PluginState;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must be so when it starts: what it declares, and what becomes of its settings. */
abstract sealed class StartClauses extends PluginContractTest permits ReplyClauses {
    private static final Pattern SECRET_NAME = Pattern.compile(".*(key|token|secret|password|passphrase)");
    private static final String SAME_SPEC = "spec() is data, the same wherever it is called";
    private static final List<String> ODD = List.of("0", "-1", "x", "\u00e4 \u2028 '\"$(id)", "9".repeat(400));

    @Test
    protected void saysWhatItIs() {
        ExtensionSpec spec = spec();
        assertThat(spec.title()).as("title").isNotBlank();
        assertThat(spec.homepage()).as("homepage, for people to read about it").isPresent();
        assertThat(spec.isUnmanaged() || !spec.hosts().isEmpty() || !urls().isEmpty())
                .as("it declares hosts, or a setting that is a URL, or that it is unmanaged")
                .isTrue();
        assertThat(spec.config().settings()).allSatisfy(setting -> {
            assertThat(setting.name())
                    .as("a setting's name: lower-case words with hyphens")
                    .matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(setting.help()).as("help of %s", setting.name()).isNotBlank();
            assertThat(setting.isSecret()
                            || !SECRET_NAME.matcher(setting.name()).matches())
                    .as("%s sounds secret: declare it with Setting.secret", setting.name())
                    .isTrue();
        });
    }

    @Test
    protected void startsFromItsJarInALoaderOfItsOwn() {
        try (Trial trial = trial(settings())) {
            assertThat(trial.unavailable())
                    .as("why it is unavailable; settings() supplies what it needs, libraries() what it brings along")
                    .isEmpty();
            assertThat(trial.problems()).as("problems").isEmpty();
            assertThat(trial.plugin().state()).isEqualTo(PluginState.ACTIVE);
        }
    }

    @Test
    protected void isNotConfiguredWithoutARequiredSetting() {
        List<String> required = spec().config().settings().stream()
                .filter(setting ->
                        setting.isRequired() && setting.defaultValue().isEmpty())
                .map(Setting::name)
                .toList();
        assumeFalse(required.isEmpty(), "it requires no setting");
        assumeStarts();
        for (String name : required) {
            Map<String, String> others = new HashMap<>(settings());
            others.remove(name);
            try (Trial trial = trial(others)) {
                assertThat(trial.unavailable().orElse("it can be used"))
                        .as("without %s; %s", name, SAME_SPEC)
                        .startsWith("not configured: set ")
                        .contains(name);
            }
        }
    }

    @Test
    protected void refusesSettingsThatAreWrong() {
        assumeStarts();
        assertRefused("unheard", "x");
        spec().config().settings().parallelStream()
                .filter(setting -> switch (setting.type()) {
                    case INTEGER, FLAG, DURATION, URL -> true;
                    case TEXT, SECRET -> !setting.allowed().isEmpty();
                })
                .forEach(setting -> assertRefused(setting.name(), "no value of it"));
    }

    private void assertRefused(String name, String value) {
        try (Trial trial = trial(name, value)) {
            assertThat(trial.unavailable().orElse("it can be used"))
                    .as("with %s = %s; %s", name, value, SAME_SPEC)
                    .startsWith("configured wrong: ")
                    .contains(name);
        }
    }

    /** Whatever an operator may have written there, it is a sentence at start, and nothing happens later. */
    @Test
    protected void startsOrSaysWhyNotWhateverItIsGiven() {
        assumeStarts();
        // Each is a start of its own, which is mostly waiting
        spec().config().settings().parallelStream()
                .forEach(setting -> ODD.parallelStream().forEach(value -> assertStartsOrSaysWhyNot(setting, value)));
    }

    private void assertStartsOrSaysWhyNot(Setting setting, String value) {
        try (Trial trial = trial(setting.name(), value)) {
            assertThat(trial.problems())
                    .as(
                            "%s = %s: throw IllegalArgumentException with a sentence that names the setting",
                            setting.name(), value)
                    .allMatch(problem -> problem.contains(setting.name()))
                    .as("%s is secret: name the setting, not its value", setting.name())
                    .noneMatch(problem -> setting.isSecret() && problem.contains("***"));
        }
    }
}
