package io.indago.plugins.abusech;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers {@code threatfox} and {@code urlhaus}. */
public final class AbuseChPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new AbuseChFactory(new ThreatFox()), new AbuseChFactory(new UrlHaus()));
    }
}
