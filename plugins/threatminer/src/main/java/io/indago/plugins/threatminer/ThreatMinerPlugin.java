package io.indago.plugins.threatminer;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers one provider, {@code threatminer}. */
public final class ThreatMinerPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new ThreatMinerFactory());
    }
}
