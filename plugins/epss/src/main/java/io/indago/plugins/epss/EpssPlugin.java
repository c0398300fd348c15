package io.indago.plugins.epss;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code epss}. */
public final class EpssPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new EpssFactory());
    }
}
