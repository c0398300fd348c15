package io.indago.plugins.dns;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code dns}. */
public final class DnsPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new DnsFactory());
    }
}
