package io.indago.testkit;

import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import java.util.List;

/** All a connector's author has to write. */
class TinyConnectorContractTest extends ConnectorContractTest {
    private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);

    @Override
    protected Plugin plugin() {
        return new TinyPlugin();
    }

    @Override
    protected List<PushCase> cases() {
        PushCase added = PushCase.of("something new", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"\"}"))
                .replying("POST https://tip.tiny.example/events", Reply.json("{\"id\": \"7\"}"))
                .expecting(Effect.CREATED);
        PushCase there = PushCase.of("what is there", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"7\"}"))
                .expecting(Effect.UNCHANGED);
        PushCase refused = PushCase.of("one that is refused", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"\"}"))
                .replying("POST https://tip.tiny.example/events", Reply.json("{\"error\": \"no right\", \"id\": \"\"}"))
                .expectingRefusal();
        return TinyPlugin.has("no cases") ? List.of(added) : List.of(added, there, refused);
    }
}
