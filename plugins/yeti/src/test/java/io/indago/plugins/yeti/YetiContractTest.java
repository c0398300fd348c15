package io.indago.plugins.yeti;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class YetiContractTest extends ProviderContractTest {
    private static final String API = "POST https://yeti.example.org/api/v2/";

    @Override
    protected Plugin plugin() {
        return new YetiPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "https://yeti.example.org", "api-key", "made-up-key-of-a-test");
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("token.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                lookup("a control server")
                        .replying(API + "observables/search", "observable-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                lookup("what is known as harmless")
                        .replying(API + "observables/search", "observable-keyed.json")
                        .expecting(VerdictClass.BENIGN, 5),
                lookup("one nobody recorded")
                        .replying(API + "observables/search", "observable-unknown.json")
                        .expectingNoData());
    }

    private static LookupCase lookup(String name) {
        return LookupCase.of(name, IndicatorType.IPV4, "203.0.114.9")
                .replying(API + "auth/api-token", "token.json")
                .replying(API + "graph/search", "neighbours.json");
    }
}
