package io.indago.plugins.dns;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** The plugin with one of its providers alone, so that it can be given settings of its own. */
record OfFactory(ProviderFactory factory) implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(factory);
    }
}
