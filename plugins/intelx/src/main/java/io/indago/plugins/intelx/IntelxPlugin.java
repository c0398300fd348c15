package io.indago.plugins.intelx;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code intelx}. */
public final class IntelxPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new IntelxFactory());
    }
}
