package io.indago.plugins.greynoise;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;
import java.util.Map;

class GreyNoiseContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.greynoise.io/v3/ip/";

    @Override
    protected Plugin plugin() {
        return new GreyNoisePlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("tier", "enterprise", "api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a suspicious scanner", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9", "enterprise-suspicious.json")
                        .expecting(VerdictClass.SUSPICIOUS, 50),
                LookupCase.of("a service everybody uses", IndicatorType.IPV4, "203.0.114.53")
                        .replying(API + "203.0.114.53", "enterprise-service.json")
                        .expecting(VerdictClass.BENIGN, 0),
                LookupCase.of("a vulnerability that is exploited", IndicatorType.CVE, "CVE-2021-99999")
                        .replying("GET https://api.greynoise.io/v1/cve/CVE-2021-99999", "cve-exploited.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a vulnerability GreyNoise does not track", IndicatorType.CVE, "CVE-2021-99997")
                        .replying("GET https://api.greynoise.io/v1/cve/CVE-2021-99997", 404, "cve-unknown.json")
                        .expectingNoData(),
                LookupCase.of("an address nobody saw", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API + "203.0.114.10", "enterprise-unseen.json")
                        .expectingNoData());
    }
}
