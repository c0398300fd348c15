package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class VersionFourContractTest extends ProviderContractTest {
    private static final String API = "POST https://safebrowsing.googleapis.com/v4/threatMatches:find?key=*";

    @Override
    protected Plugin plugin() {
        return new SafeBrowsingPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("version", "v4", "api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a listed URL", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying(API, "v4-match.json")
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("a host on no list", IndicatorType.DOMAIN, "example.com")
                        .replying(API, Reply.json("{}"))
                        .expectingNoData());
    }
}
