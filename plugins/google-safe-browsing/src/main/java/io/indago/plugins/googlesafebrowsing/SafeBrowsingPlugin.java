package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code google-safe-browsing}. */
public final class SafeBrowsingPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new SafeBrowsingFactory());
    }
}
