package io.indago.plugins.nvd;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code nvd}. */
public final class NvdPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new NvdFactory());
    }
}
