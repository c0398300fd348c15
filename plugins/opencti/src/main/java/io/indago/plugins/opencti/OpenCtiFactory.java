package io.indago.plugins.opencti;

import io.indago.spi.Exposure;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;
import java.time.Duration;

/** Declares the operator's own OpenCTI as a provider and creates it. */
final class OpenCtiFactory implements ProviderFactory {

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("opencti", "OpenCTI")
                .homepage("https://filigran.io/solutions/open-cti/")
                .types(ObservableType.TAKEN)
                .config(OpenCtiServer.URL, OpenCtiServer.TOKEN, OpenCtiServer.LABEL_PREFIX)
                .internal()
                .exposure(Exposure.LOCAL)
                .maxTlp(Tlp.RED)
                // Analysts work on it all day
                .freshFor(Duration.ofMinutes(10))
                .reliability(Reliability.B, "What your analysts and feeds recorded, from sources of differing care")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new OpenCtiProvider(OpenCtiServer.of(config), OpenCtiServer.labelPrefix(config), context.clock());
    }
}
