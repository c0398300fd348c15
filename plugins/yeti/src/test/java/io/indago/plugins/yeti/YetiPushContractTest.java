package io.indago.plugins.yeti;

import io.indago.spi.Delivery.Effect;
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

class YetiPushContractTest extends ConnectorContractTest {
    private static final String API = "POST https://yeti.example.org/api/v2/";
    private static final String ADD = API + "observables/";
    private static final String SEARCH = ADD + "search";
    private static final String CONTEXT = ADD + "123/context";
    private static final String TAG = ADD + "tag";

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

    /** Names of tags have no plus sign in YETI. */
    @Override
    protected String written(Tlp tlp) {
        return Marking.of(tlp);
    }

    @Override
    protected List<PushCase> cases() {
        PushCase added = push("something new").replying(ADD, "created.json");
        PushCase exists = push("what is there").replying(ADD, 400, "exists.json");
        return List.of(
                added.replying(CONTEXT, "with-context.json")
                        .replying(TAG, "tagged.json")
                        .expecting(Effect.CREATED),
                exists.replying(SEARCH, "found-complete.json").expecting(Effect.UNCHANGED),
                exists.replying(SEARCH, "observable-unknown.json").expectingRefusal(),
                push("what YETI does not take")
                        .replying(ADD, 422, "invalid.json")
                        .replying(SEARCH, "observable-unknown.json")
                        .expectingRefusal(),
                added.replying(CONTEXT, "with-two-contexts.json").expectingRefusal(),
                added.replying(CONTEXT, "with-context.json")
                        .replying(TAG, "tagged-in-part.json")
                        .expectingRefusal());
    }

    private static PushCase push(String name) {
        return PushCase.of(name, Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS))
                .replying(API + "auth/api-token", "token.json");
    }
}
