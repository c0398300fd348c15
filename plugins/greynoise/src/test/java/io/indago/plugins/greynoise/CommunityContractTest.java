package io.indago.plugins.greynoise;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

/** Without any setting. */
class CommunityContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.greynoise.io/v3/community/";

    @Override
    protected Plugin plugin() {
        return new GreyNoisePlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious scanner", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9", "community-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("an address nobody saw", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API + "203.0.114.10", 404, "community-unseen.json")
                        .expectingNoData());
    }
}
