package com.example.acme;

import io.indago.spi.Delivery.Effect;
import io.indago.spi.Enrichment;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.ConnectorContractTest;
import io.indago.testkit.PushCase;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.util.List;
import java.util.Map;

class AcmeContractTest extends ConnectorContractTest {
    private static final String URL = "https://acme.example.org";
    private static final String SEARCH = "GET " + URL + "/api/tickets?key=*";
    private static final String OPEN = "POST " + URL + "/api/tickets";
    private static final Enrichment ADDRESS = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);

    @Override
    protected Plugin plugin() {
        return new AcmePlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", URL, "token", "a-made-up-token-of-a-test");
    }

    @Override
    protected List<PushCase> cases() {
        return List.of(
                PushCase.of("something new", ADDRESS)
                        .replying(SEARCH, Reply.json("{\"tickets\": []}"))
                        .replying(OPEN, Reply.of(201, Map.of(), "{\"id\": \"T-7\"}"))
                        .expecting(Effect.CREATED),
                PushCase.of("what is there already", ADDRESS)
                        .replying(SEARCH, Reply.json("{\"tickets\": [{\"id\": \"T-7\"}]}"))
                        .expecting(Effect.UNCHANGED),
                PushCase.of("a refusal with 200", ADDRESS)
                        .replying(SEARCH, Reply.json("{\"tickets\": []}"))
                        .replying(OPEN, Reply.json("{\"error\": \"the project is closed\"}"))
                        .expectingRefusal());
    }
}
