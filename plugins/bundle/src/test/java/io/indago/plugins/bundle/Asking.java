package io.indago.plugins.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.host.Outcome;
import io.indago.indicator.IndicatorParser;
import io.indago.indicator.InvalidIndicatorException;
import io.indago.indicator.ReservedPolicy;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import io.indago.testkit.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

/**
 * How a recorded body is asked for.
 *
 * @param provider the id of who reads it
 * @param way {@code about}, {@code settings}, {@code others} and {@code then} of {@code recorded-bodies.yaml}
 */
record Asking(String provider, JsonNode way, Reading reading) {
    private static final IndicatorParser PARSER = new IndicatorParser(ReservedPolicy.standard());

    /** What comes of a lookup whose calls the body answers; other calls of it are answered as the way says. */
    Outcome ask(Bundle bundle, Body body, Path empty) {
        Map<String, String> settings = new TreeMap<>();
        way.path("settings")
                .properties()
                .forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
        AtomicBoolean served = new AtomicBoolean();
        try (FixtureHost host = bundle.host(provider, settings, empty)) {
            return host.replying(call -> answer(call, body, served))
                    .lookup(provider, indicator(bundle, body))
                    .outcome();
        }
    }

    private HttpReply answer(HttpCall call, Body body, AtomicBoolean served) {
        String line = call.method() + " " + call.uri();
        Optional<JsonNode> other = StreamSupport.stream(way.path("others").spliterator(), false)
                .filter(it -> line.matches("(?s)" + it.path("call").asText()))
                .findFirst();
        if (other.isPresent()) {
            return reply(
                    other.get().path("status").asInt(200),
                    other.get().path("body").asText());
        }
        return served.getAndSet(true) && way.has("then")
                ? reply(200, way.path("then").asText())
                : reply(body.status(200), body.text());
    }

    private static HttpReply reply(int status, String text) {
        return Reply.of(status, Map.of("content-type", "application/json"), text);
    }

    private Indicator indicator(Bundle bundle, Body body) {
        IndicatorType type = bundle.type(provider, body.subject());
        List<String> about = reading.texts(way.path("about"), body);
        return about.isEmpty() ? Samples.of(type) : parsed(about.get(0));
    }

    private static Indicator parsed(String text) {
        try {
            return PARSER.parse(text).indicator();
        } catch (InvalidIndicatorException e) {
            throw new AssertionError("what the body is about can't be asked about: " + e.getMessage(), e);
        }
    }
}
