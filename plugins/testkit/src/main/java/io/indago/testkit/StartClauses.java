package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.indago.host.PluginState;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Setting;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Start> wrong = Stream.concat(
                        Stream.of(Map.entry("unheard", "x")),
                        spec().config().settings().stream()
                                .filter(setting -> switch (setting.type()) {
                                    case INTEGER, FLAG, DURATION, URL -> true;
                                    case TEXT, SECRET -> !setting.allowed().isEmpty();
                                })
                                .map(setting -> Map.entry(setting.name(), "no value of it")))
                .map(given -> new Start(given.getKey(), given.getValue()))
                .toList();
        trials(wrong, Trial::unavailable)
                .forEach((start, unavailable) -> assertThat(unavailable.orElse("it can be used"))
                        .as("with %s = %s; %s", start.setting(), start.value(), SAME_SPEC)
                        .startsWith("configured wrong: ")
                        .contains(start.setting()));
    }

    /** A start with all its settings, and that one so. */
    private record Start(String setting, String value) {}

    /** Starts are mostly waiting, so they are made side by side; what comes of them is judged here, in their order. */
    private <T> Map<Start, T> trials(List<Start> starts, Function<Trial, T> result) {
        List<T> results = starts.parallelStream()
                .map(start -> {
                    try (Trial trial = trial(start.setting(), start.value())) {
                        return result.apply(trial);
                    }
                })
                .toList();
        Map<Start, T> all = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            all.put(starts.get(i), results.get(i));
        }
        return all;
    }

    /** Whatever an operator may have written there, it is a sentence at start, and nothing happens later. */
    @Test
    protected void startsOrSaysWhyNotWhateverItIsGiven() {
        assumeStarts();
        Map<String, Boolean> secret =
                spec().config().settings().stream().collect(Collectors.toMap(Setting::name, Setting::isSecret));
        List<Start> odd = spec().config().settings().stream()
                .flatMap(setting -> ODD.stream().map(value -> new Start(setting.name(), value)))
                .toList();
        trials(odd, Trial::problems).forEach((start, problems) -> assertThat(problems)
                .as(
                        "%s = %s: throw IllegalArgumentException with a sentence that names the setting",
                        start.setting(), start.value())
                .allMatch(problem -> problem.contains(start.setting()))
                .as("%s is secret: name the setting, not its value", start.setting())
                .noneMatch(problem -> secret.get(start.setting()) && problem.contains("***")));
    }
}
