package io.indago.plugins.shodan;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;
import java.util.Map;

class ShodanContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.shodan.io/shodan/host/";

    @Override
    protected Plugin plugin() {
        return new ShodanPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with services", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9?key=*", "host.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a compromised address", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API + "203.0.114.10?key=*", "host-compromised.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                LookupCase.of("an address nobody scanned", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(API + "2620%3Afe%3A%3Afe?key=*", 404, "host-unknown.json")
                        .expectingNoData());
    }
}
