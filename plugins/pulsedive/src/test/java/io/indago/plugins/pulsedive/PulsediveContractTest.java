package io.indago.plugins.pulsedive;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;
import java.util.Map;

class PulsediveContractTest extends ProviderContractTest {
    private static final String API = "GET https://pulsedive.com/api/info.php?indicator=";

    @Override
    protected Plugin plugin() {
        return new PulsedivePlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a risky name", IndicatorType.FQDN, "bad.example.com")
                        .replying(API + "bad.example.com&key=*", "domain-high.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("an address without an opinion", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "203.0.114.9&key=*", "address-unknown.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an unknown URL", IndicatorType.URL, "http://example.com/?a=b")
                        .replying(API + "http%3A%2F%2Fexample.com%2F%3Fa%3Db&key=*", 404, "unknown.json")
                        .expectingNoData(),
                LookupCase.of("an unknown URL, as it was told once", IndicatorType.URL, "http://example.com/")
                        .replying(API + "*", "unknown.json")
                        .expectingNoData());
    }
}
