package io.indago.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Documents as the hub writes them. */
enum Fixture {
    MALICIOUS,
    PARTIAL,
    HOSTILE,
    PLUGINS,
    PLUGINS_AT_WORK,
    PLUGIN,
    HELD_BACK,
    UNCONFIGURED,
    HEALTH_CHECK,
    DELIVERIES,
    USAGE,
    PLAN;

    String json() {
        String file = "/fixtures/" + name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Enrichment enrichment() {
        return enrichment(json());
    }

    static Enrichment enrichment(String json) {
        try {
            return ClientJson.read(new Answer("http://hub", 200, json), Enrichment.class);
        } catch (NoAnswerException e) {
            throw new IllegalStateException(e);
        }
    }
}
