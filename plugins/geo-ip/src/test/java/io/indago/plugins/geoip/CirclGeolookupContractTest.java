package io.indago.plugins.geoip;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class CirclGeolookupContractTest extends ProviderContractTest {

    @Override
    protected Plugin plugin() {
        return new GeoIpPlugin();
    }

    @Override
    protected String provider() {
        return "circl-geolookup";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with a country", IndicatorType.IPV4, "203.0.114.9")
                        .replying("GET https://ip.circl.lu/geolookup/203.0.114.9", "circl.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address without one", IndicatorType.IPV4, "203.0.114.10")
                        .replying("GET https://ip.circl.lu/geolookup/203.0.114.10", "circl-unknown.json")
                        .expectingNoData());
    }
}
