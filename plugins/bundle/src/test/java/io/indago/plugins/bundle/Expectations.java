package io.indago.plugins.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.indago.testkit.RecordedBodies.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code recorded-bodies.yaml} says of bodies: how they are asked for, and what is in them. */
final class Expectations {
    private static final String FILE = "/recorded-bodies.yaml";
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final JsonNode all;

    private Expectations(JsonNode all) {
        this.all = all;
    }

    static Expectations load() {
        try (InputStream in = Expectations.class.getResourceAsStream(FILE)) {
            Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Expectations(new ObjectMapper().valueToTree(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in that provider's bodies; where nobody wrote that down, what a body of anybody's may have. */
    Reading reading(String provider) {
        JsonNode own = all.path("providers").path(provider);
        return new Reading(
                provider,
                all.path("functions").asText(),
                own.isMissingNode() ? all.path("anybody") : own,
                !own.isMissingNode());
    }

    /** How that body is asked for: the first of its provider's ways whose pattern its name has. */
    Asking asking(String provider, Body body) {
        JsonNode way = StreamSupport.stream(
                        all.path("providers").path(provider).path("asks").spliterator(), false)
                .filter(it -> body.name().matches(it.path("bodies").asText(".*")))
                .findFirst()
                .orElse(NOTHING);
        return new Asking(way.path("provider").asText(provider), way, reading(provider));
    }
}
