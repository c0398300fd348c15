package io.indago.local;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappingCollection;
import java.nio.file.Path;

/**
 * A stand-in for every provider's API, over real HTTP. A request to {@code https://host/path} arrives here as
 * {@code /host/path}, and the plugin of that provider brought the answers along.
 */
final class Sandbox {

    private static final int LAST = Integer.MAX_VALUE;
    private static final int REMEMBERED_REQUESTS = 10_000;

    private Sandbox() {}

    public static void main(String[] arguments) {
        WireMockServer server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .globalTemplating(true)
                .asynchronousResponseEnabled(true)
                .maxRequestJournalEntries(REMEMBERED_REQUESTS));
        server.stubFor(any(anyUrl())
                .atPriority(LAST)
                .willReturn(jsonResponse("{\"error\":\"The sandbox knows no answer to this request.\"}", 404)));
        for (SandboxMapping mapping : SandboxMapping.inJarsOf(Path.of(arguments[1]))) {
            add(server, mapping);
        }
        server.start();
    }

    private static void add(WireMockServer server, SandboxMapping mapping) {
        try {
            if (Json.node(mapping.json()).has("mappings")) {
                Json.read(mapping.json(), StubMappingCollection.class)
                        .getMappings()
                        .forEach(server::addStubMapping);
            } else {
                server.addStubMapping(Json.read(mapping.json(), StubMapping.class));
            }
        } catch (RuntimeException e) {
            // one plugin's mistake must not silence the others
            System.err.println("ERROR " + mapping.source() + " is no stub mapping: " + e.getMessage());
        }
    }
}
