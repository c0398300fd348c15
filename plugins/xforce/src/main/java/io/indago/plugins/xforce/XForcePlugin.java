package io.indago.plugins.xforce;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code xforce}. */
public final class XForcePlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new XForceFactory());
    }
}
