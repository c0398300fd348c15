package io.indago.hub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Exposure;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all providers that come with the hub together. */
class BundledProvidersIT {
    private static final BundledPlugins PLUGINS = BundledPlugins.read();

    @ParameterizedTest
    @EnumSource
    void haveTwoThatAreOnByDefaultForEveryType(IndicatorType type) {
        assertThat(ids(spec ->
                        spec.types().contains(type) && spec.offByDefault().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void makeNothingPublicUnlessTheyAreSwitchedOn() {
        assertThat(ids(spec -> spec.exposure() == Exposure.PUBLIC)).contains("urlscan-scan", "triage-submit");
        assertThat(ids(spec -> spec.exposure() == Exposure.PUBLIC
                        && spec.offByDefault().isEmpty()))
                .as("makes indicators public, and is on by default")
                .isEmpty();
    }

    @Test
    void visitNoPageUnlessTheyAreSwitchedOn() {
        assertThat(ids(spec -> spec.offByDefault().isPresent()))
                .contains("urlscan-scan", "triage-submit", "screenshotapi");
    }

    @Test
    void sayWhyTheyAreTrustedAsTheyAre() {
        assertThat(ids(spec -> spec.reliabilityReason().equals("not judged yet")))
                .isEmpty();
        assertThat(ids(spec -> spec.homepage().isEmpty())).isEmpty();
    }

    private static List<String> ids(Predicate<ProviderSpec> which) {
        return PLUGINS.providers().stream().filter(which).map(ExtensionSpec::id).toList();
    }
}
