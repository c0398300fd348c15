package io.indago.testkit;

import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All a connector's author has to write, and what helps to break it. */
class TinyConnectorContractTest extends ConnectorContractTest {
    private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);

    @Override
    protected Plugin plugin() {
        return new TinyPlugin();
    }

    @Override
    protected Collection<Class<?>> libraries() {
        return TinyPlugin.libraries();
    }

    @Override
    protected Set<Capability> capabilities() {
        return TinyPlugin.capabilities();
    }

    @Override
    Duration patience() {
        return TinyPlugin.patience(super.patience());
    }

    @Override
    protected List<PushCase> cases() {
        PushCase added = PushCase.of("something new", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"\"}"))
                .replying("POST https://tip.tiny.example/events", Reply.json("{\"id\": \"7\"}"))
                .expecting(Effect.CREATED);
        PushCase there = PushCase.of("what is there", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"7\"}"))
                .replying("POST https://tip.tiny.example/events", Reply.json("{\"id\": \"8\"}"))
                .expecting(Effect.UNCHANGED);
        PushCase refused = PushCase.of("one that is refused", ADDRESS)
                .replying("POST https://tip.tiny.example/search", Reply.json("{\"found\": \"\"}"))
                .replying("POST https://tip.tiny.example/events", Reply.json("{\"error\": \"no right\", \"id\": \"\"}"))
                .expectingRefusal();
        return TinyPlugin.has("no cases") ? List.of(added) : List.of(added, there, refused);
    }
}
