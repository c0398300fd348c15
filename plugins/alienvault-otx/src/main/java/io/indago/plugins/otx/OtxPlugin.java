package io.indago.plugins.otx;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code alienvault-otx}. */
public final class OtxPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new OtxFactory());
    }
}
