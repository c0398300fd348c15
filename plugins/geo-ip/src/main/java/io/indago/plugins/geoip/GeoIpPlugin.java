package io.indago.plugins.geoip;

import io.indago.spi.Plugin;
import io.indago.spi.ProviderFactory;
import java.util.List;

/** Offers three providers, {@code ipinfo}, {@code ip-api} and {@code circl-geolookup}. */
public final class GeoIpPlugin implements Plugin {

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new IpInfoFactory(), new IpApiFactory(), new CirclGeolookupFactory());
    }
}
