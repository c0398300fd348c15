package io.indago.plugins.opencti;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class OpenCtiContractTest extends ProviderContractTest {
    private static final String API = "POST https://opencti.example.org/graphql";

    @Override
    protected Plugin plugin() {
        return new OpenCtiPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "https://opencti.example.org", "token", "made-up-token-of-a-test");
    }

    @Override
    protected HttpReply healthy() {
        return Reply.json("{\"data\": {\"me\": {\"name\": \"indago\"}, \"about\": {\"version\": \"6.8.10\"}}}");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a scored address", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API, "observable-scored.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                LookupCase.of("one nobody recorded", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API, "observable-unknown.json")
                        .expectingNoData());
    }
}
