package io.indago.plugins.opencti;

import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import io.indago.testkit.ConnectorContractTest;
import io.indago.testkit.PushCase;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.util.List;
import java.util.Map;

class OpenCtiPushContractTest extends ConnectorContractTest {
    private static final String API = "POST https://opencti.example.org/graphql";
    private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);

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
    protected String written(Tlp tlp) {
        return "\"TLP:" + tlp.label() + "\"";
    }

    /** There is one address for all calls, and so one body that answers each of them. */
    @Override
    protected List<PushCase> cases() {
        return List.of(
                PushCase.of("something new", ADDRESS)
                        .replying(API, "push-created.json")
                        .expecting(Effect.CREATED),
                PushCase.of("what is there", ADDRESS)
                        .replying(API, "push-unchanged.json")
                        .expecting(Effect.UNCHANGED),
                PushCase.of("errors in a 200", ADDRESS)
                        .replying(API, "unauthorised.json")
                        .expectingRefusal(),
                PushCase.of("errors beside data", ADDRESS)
                        .replying(API, "push-refused.json")
                        .expectingRefusal(),
                PushCase.of("labels that were left out", ADDRESS)
                        .replying(API, "push-in-part.json")
                        .expectingRefusal());
    }
}
