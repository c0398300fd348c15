package io.indago.plugins.virustotal;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code virustotal}. */
public final class VirusTotalPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new VirusTotalFactory());
    }
}
