package io.indago.plugins.shodan;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code shodan}. */
public final class ShodanPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new ShodanFactory());
    }
}
