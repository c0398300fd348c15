package com.example.acme;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class AcmeContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.acme.example/v1/ip/";

    @Override
    protected Plugin plugin() {
        return new AcmePlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a known address", IndicatorType.IPV4, "203.0.113.9")
                        .replying(API + "203.0.113.9", "known.json")
                        .expecting(VerdictClass.MALICIOUS, 87),
                LookupCase.of("an unknown one", IndicatorType.IPV4, "203.0.113.10")
                        .replying(API + "203.0.113.10", Reply.status(404))
                        .expectingNoData());
    }
}
