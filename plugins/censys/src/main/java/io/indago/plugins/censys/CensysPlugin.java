package io.indago.plugins.censys;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code censys}. */
public final class CensysPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new CensysFactory());
    }
}
