package io.indago.plugins.abusech;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class ThreatFoxContractTest extends ProviderContractTest {
    private static final String API = "POST https://threatfox-api.abuse.ch/api/v1/";

    @Override
    protected Plugin plugin() {
        return new AbuseChPlugin();
    }

    @Override
    protected String provider() {
        return "threatfox";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a server of a botnet", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API, "threatfox/address.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("a file that talks to servers", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API, "threatfox/file.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("an address whose text is part of another's", IndicatorType.IPV4, "3.0.114.9")
                        .replying(API, "threatfox/address.json")
                        .expectingNoData(),
                LookupCase.of("an unknown name", IndicatorType.FQDN, "www.example.com")
                        .replying(API, "threatfox/nothing.json")
                        .expectingNoData());
    }
}
