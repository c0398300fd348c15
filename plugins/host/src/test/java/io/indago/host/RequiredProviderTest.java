package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredProviderTest {
    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = directory.resolve("plugins");
        PluginFixture.named("good").into(folder);
        PluginFixture.named("keyed")
                .with("config", "Setting.secret(\"api-key\", \"Key\").required()")
                .into(folder);
        PluginFixture.named("bad")
                .with("constructor", "throw new AssertionError();")
                .into(folder);
    }

    @Test
    void nothingIsMissingWhenNothingIsRequired() {
        assertThat(missing(Map.of("good", Map.of("required", "false")), Map.of()))
                .isEmpty();
    }

    @Test
    void nothingIsMissingWhenAllThatIsRequiredCanBeAsked() {
        assertThat(missing(
                        Map.of("good", Map.of("required", "true"), "keyed", Map.of("api-key", "k")),
                        Map.of("INDAGO_PROVIDERS_KEYED_REQUIRED", "true")))
                .isEmpty();
    }

    @Test
    void theEnvironmentComesBeforeSettings() {
        assertThat(missing(
                        Map.of("keyed", Map.of("required", "true")),
                        Map.of("INDAGO_PROVIDERS_KEYED_REQUIRED", "false")))
                .isEmpty();
    }

    @Test
    void tellsWhatCannotBeAskedAndWhy() {
        assertThat(missing(
                        Map.of("good", Map.of("required", "true", "mode", "off")),
                        Map.of("INDAGO_PROVIDERS_KEYED_REQUIRED", "true")))
                .containsExactly(
                        "indago.providers.good.required is true, but good can't be asked: disabled",
                        "indago.providers.keyed.required is true, but keyed can't be asked: not configured: set"
                                + " INDAGO_PROVIDERS_KEYED_API_KEY or indago.providers.keyed.api-key");
    }

    @Test
    void tellsWhatNobodyOffers() {
        assertThat(missing(Map.of("bad", Map.of("required", "true")), Map.of("INDAGO_PROVIDERS_GONE_REQUIRED", "true")))
                .containsExactly(
                        "indago.providers.bad.required is true, but no plugin that could be loaded offers bad",
                        "indago.providers.gone.required is true, but no plugin that could be loaded offers gone");
    }

    @Test
    void isTrueOrFalse() {
        try (Scene scene = open(Map.of("good", Map.of("required", "very")), Map.of())) {
            assertThat(scene.plugin("good").problems().get(0).message())
                    .contains("indago.providers.good.required is 'very', expected");
        }
    }

    private List<String> missing(Map<String, Map<String, String>> settings, Map<String, String> environment) {
        try (Scene scene = open(settings, environment)) {
            return scene.host().missing();
        }
    }

    private Scene open(Map<String, Map<String, String>> settings, Map<String, String> environment) {
        return Scene.open(Scene.config(folder, List.of(), settings, environment));
    }
}
