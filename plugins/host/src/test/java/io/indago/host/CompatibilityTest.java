package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin compiled against the oldest API of this major version runs, and never sees what is newer. */
class CompatibilityTest {
    private static final Path BASELINE = Path.of("../../plugin-api/baseline/indago-plugin-api-1.0.jar");

    @TempDir
    private Path folder;

    @Test
    void runsAPluginBuiltAgainstTheBaseline() throws Exception {
        PluginFixture.named("old").against(BASELINE).into(folder);

        try (Scene scene = Scene.open(folder)) {
            assertThat(scene.plugin("old").problems()).isEmpty();
            assertThat(scene.plugin("old").apiVersion()).isEqualTo("1.0");
            assertThat(scene.answer("old").reason()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @MethodSource("newerTypes")
    void handsItNoTypeItCanNotKnow(IndicatorType type) throws Exception {
        PluginFixture.named("old")
                .against(BASELINE)
                .with("more", ".types(IndicatorType.values())")
                .with("lookup", """
                        return switch (indicator.type()) {
                            case IPV4, IPV6, DOMAIN, FQDN, URL, MD5, SHA1, SHA256, SHA512 -> call();
                        };""")
                .into(folder);

        try (Scene scene = Scene.open(folder)) {
            HostedProvider old = scene.provider("old");
            assertThat(old.spec().types()).contains(type);
            assertThat(old.types()).hasSize(9).doesNotContain(type);
            assertThat(old.lookup(Indicator.of(type, "any"), Instant.now().plusSeconds(2), "trace")
                            .result()
                            .toCompletableFuture()
                            .join()
                            .outcome()
                            .status())
                    .isEqualTo(Status.UNSUPPORTED);
            assertThat(scene.answer("old").reason()).isEqualTo("hello");
        }
    }

    private static Stream<IndicatorType> newerTypes() {
        return Arrays.stream(IndicatorType.values())
                .filter(type -> !type.since().equals("1.0"));
    }
}
