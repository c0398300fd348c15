package io.indago.plugins.robtex;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code robtex}. */
public final class RobtexPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new RobtexFactory());
    }
}
