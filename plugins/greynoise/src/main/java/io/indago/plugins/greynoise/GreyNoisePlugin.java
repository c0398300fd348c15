package io.indago.plugins.greynoise;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code greynoise}. */
public final class GreyNoisePlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new GreyNoiseFactory());
    }
}
