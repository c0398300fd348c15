package io.indago.plugins.misp;

import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.ConnectorContractTest;
import io.indago.testkit.PushCase;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.util.List;
import java.util.Map;

class MispPushContractTest extends ConnectorContractTest {
    private static final String MISP = "POST https://misp.example.org/events/";
    private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);

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
        return Reply.json("{\"User\": {\"id\": \"2\"},"
                + " \"Role\": {\"perm_add\": true, \"perm_modify\": \"1\", \"perm_tagger\": 1}}");
    }

    @Override
    protected List<PushCase> cases() {
        PushCase unknown = PushCase.of("something new", ADDRESS).replying(MISP + "restSearch", "event-unknown.json");
        return List.of(
                unknown.replying(MISP + "add", "event-stored.json").expecting(Effect.CREATED),
                PushCase.of("what is there", ADDRESS)
                        .replying(MISP + "restSearch", "event-found.json")
                        .expecting(Effect.UNCHANGED),
                unknown.replying(MISP + "add", "refused-in-200.json").expectingRefusal(),
                unknown.replying(MISP + "add", 403, "refused-in-200.json").expectingRefusal(),
                unknown.replying(MISP + "add", "event-in-part.json").expectingRefusal());
    }
}
