package io.indago.plugins.geoip;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class IpInfoContractTest extends ProviderContractTest {

    @Override
    protected Plugin plugin() {
        return new GeoIpPlugin();
    }

    @Override
    protected String provider() {
        return "ipinfo";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with a place", IndicatorType.IPV4, "203.0.114.9")
                        .replying("GET https://ipinfo.io/203.0.114.9/json", "ipinfo-legacy.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address nobody has", IndicatorType.IPV4, "203.0.114.10")
                        .replying("GET https://ipinfo.io/203.0.114.10/json", "ipinfo-bogon.json")
                        .expectingNoData(),
                LookupCase.of("an address it refuses", IndicatorType.IPV6, "2620:fe::fe")
                        .replying("GET https://ipinfo.io/2620%3Afe%3A%3Afe/json", Reply.status(404))
                        .expectingNoData());
    }
}
