package io.indago.plugins.malpedia;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code malpedia}. */
public final class MalpediaPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new MalpediaFactory());
    }
}
