package io.indago.plugins.crtsh;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code crtsh}. */
public final class CrtShPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new CrtShFactory());
    }
}
