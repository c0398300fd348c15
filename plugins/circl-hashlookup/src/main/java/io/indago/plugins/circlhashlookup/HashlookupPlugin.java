package io.indago.plugins.circlhashlookup;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code circl-hashlookup}. */
public final class HashlookupPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new HashlookupFactory());
    }
}
