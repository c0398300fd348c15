package io.indago.testkit;

import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import java.util.List;

/** The clauses hold for a descriptor with a reader of its own, packed into a jar. */
class DescribedContractTest extends DescriptorContractTest {
    private static final String API = "GET https://api.example.com/ip/";

    @Override
    protected String descriptor() {
        return "described.yaml";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a known address", IndicatorType.IPV4, "203.0.113.9")
                        .replying(API + "203.0.113.9", Reply.json("{\"score\": 87}"))
                        .expecting(VerdictClass.MALICIOUS, 87),
                LookupCase.of("an unknown one", IndicatorType.IPV4, "203.0.113.10")
                        .replying(API + "*", Reply.status(404))
                        .expectingNoData());
    }
}
