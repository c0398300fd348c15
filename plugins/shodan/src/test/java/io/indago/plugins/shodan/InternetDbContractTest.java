package io.indago.plugins.shodan;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

/** Without any setting. */
class InternetDbContractTest extends ProviderContractTest {
    private static final String API = "GET https://internetdb.shodan.io/";

    @Override
    protected Plugin plugin() {
        return new ShodanPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with open ports", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9", "internetdb.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address nobody scanned", IndicatorType.IPV4, "203.0.114.11")
                        .replying(API + "203.0.114.11", 404, "internetdb-unknown.json")
                        .expectingNoData());
    }
}
