package io.indago.plugins.rdap;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code rdap}. */
public final class RdapPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new RdapFactory());
    }
}
