package io.indago.plugins.pulsedive;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code pulsedive}. */
public final class PulsedivePlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new PulsediveFactory());
    }
}
