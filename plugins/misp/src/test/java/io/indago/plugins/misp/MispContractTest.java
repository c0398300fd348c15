package io.indago.plugins.misp;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class MispContractTest extends ProviderContractTest {
    private static final String SEARCH = "POST https://misp.example.org/attributes/restSearch";

    @Override
    protected Plugin plugin() {
        return new MispPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "https://misp.example.org", "api-key", "made-up-key-of-a-test");
    }

    @Override
    protected HttpReply healthy() {
        return Reply.json("{\"version\": \"2.5.0\"}");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address for detection", IndicatorType.IPV4, "203.0.114.9")
                        .replying(SEARCH, "attributes-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                LookupCase.of("a false positive", IndicatorType.IPV4, "203.0.114.9")
                        .replying(SEARCH, "attributes-false-positive.json")
                        .expecting(VerdictClass.BENIGN, 10),
                LookupCase.of("one that expired", IndicatorType.IPV4, "203.0.114.9")
                        .replying(SEARCH, "attributes-expired.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("one nobody recorded", IndicatorType.IPV4, "203.0.114.9")
                        .replying(SEARCH, "attributes-none.json")
                        .expectingNoData());
    }
}
