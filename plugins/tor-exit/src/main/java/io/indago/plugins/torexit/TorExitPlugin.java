package io.indago.plugins.torexit;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code tor-exit}. */
public final class TorExitPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new TorExitFactory());
    }
}
