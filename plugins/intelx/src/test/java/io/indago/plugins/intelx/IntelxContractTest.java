package io.indago.plugins.intelx;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;
import java.util.Map;

class IntelxContractTest extends ProviderContractTest {
    private static final String SEARCH = "POST https://free.intelx.io/intelligent/search";
    private static final String RESULT = "GET https://free.intelx.io/intelligent/search/result"
            + "?id=5f0c0000-0000-4000-8000-000000000001&limit=100&offset=-1";

    @Override
    protected Plugin plugin() {
        return new IntelxPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test", "host", "free.intelx.io", "poll", "1ms");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address in leaks", IndicatorType.EMAIL, "someone@example.org")
                        .replying(SEARCH, "started.json")
                        .replying(RESULT, "last-records.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a domain nobody mentions", IndicatorType.DOMAIN, "example.net")
                        .replying(SEARCH, "started.json")
                        .replying(RESULT, "over.json")
                        .expectingNoData());
    }
}
