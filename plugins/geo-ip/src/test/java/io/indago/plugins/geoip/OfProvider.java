package io.indago.plugins.geoip;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** The plugin with one of its providers alone, so that it can be given settings of its own. */
record OfProvider(String id) implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return new GeoIpPlugin()
                .providers().stream()
                        .filter(factory -> factory.spec().id().equals(id))
                        .toList();
    }
}
