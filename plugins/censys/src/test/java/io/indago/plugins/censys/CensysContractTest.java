package io.indago.plugins.censys;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class CensysContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.platform.censys.io/v3/global/asset/host/";

    @Override
    protected Plugin plugin() {
        return new CensysPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a host like many", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9", "host.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a server of a botnet", IndicatorType.IPV4, "203.0.114.66")
                        .replying(API + "203.0.114.66", "host-c2.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                LookupCase.of("an unknown address", IndicatorType.IPV6, "2001:db8::9")
                        .replying(API + "2001%3Adb8%3A%3A9", 404, "unknown.json")
                        .expectingNoData());
    }
}
