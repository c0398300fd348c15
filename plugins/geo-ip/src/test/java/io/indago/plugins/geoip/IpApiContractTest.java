package io.indago.plugins.geoip;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class IpApiContractTest extends ProviderContractTest {

    @Override
    protected Plugin plugin() {
        return new GeoIpPlugin();
    }

    @Override
    protected String provider() {
        return "ip-api";
    }

    @Override
    protected HttpReply healthy() {
        return Reply.json("{\"status\":\"success\"}");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with a place", IndicatorType.IPV4, "203.0.114.9")
                        .replying("GET https://pro.ip-api.com/json/203.0.114.9?fields=*&key=*", "ip-api.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address without one", IndicatorType.IPV4, "203.0.114.10")
                        .replying("GET https://pro.ip-api.com/json/203.0.114.10?*", "ip-api-miss.json")
                        .expectingNoData());
    }
}
