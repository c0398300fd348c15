package io.indago.plugins.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.indago.host.Status;
import io.indago.testkit.RecordedBodies.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * What is in the bodies of a provider, read on another way than its plugin's: by expressions in jq.
 *
 * @param functions that the expressions may use
 * @param expressions {@code status}, {@code verdict} and one for each kind of fact
 * @param complete whether what they don't find isn't there
 */
record Reading(String provider, String functions, JsonNode expressions, boolean complete) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Scope BUILT_IN = builtIn();

    private static Scope builtIn() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
        return scope;
    }

    /** How a lookup that gets that body ends. */
    Status status(Body body) {
        int http = body.status(200);
        if (http == 200 && !fits(body)) {
            return Status.ERROR;
        }
        Optional<String> said = texts(expressions.path("status"), body).stream().findFirst();
        if (said.isPresent()) {
            return Status.valueOf(said.get().toUpperCase(Locale.ROOT));
        }
        return switch (http) {
            case 200 -> ofCase(body);
            case 401, 403 -> Status.UNAUTHORISED;
            case 404 -> Status.NO_DATA;
            case 429 -> Status.RATE_LIMITED;
            default -> Status.ERROR;
        };
    }

    /** Whether it is of a shape in which the provider answers, and not somebody else's error page. */
    private boolean fits(Body body) {
        String shape = json(body).getNodeType().name().toLowerCase(Locale.ROOT);
        JsonNode shapes = expressions.path("shape");
        return shapes.isMissingNode()
                ? shape.equals("object")
                : StreamSupport.stream(shapes.spliterator(), false)
                        .anyMatch(known -> known.asText().equals(shape));
    }

    private static Status ofCase(Body body) {
        String name = body.name();
        if (name.contains("hit")) {
            return Status.HIT;
        }
        if (name.contains("miss")) {
            return Status.NO_DATA;
        }
        if (name.contains("error")) {
            return Status.ERROR;
        }
        throw new AssertionError("neither the name nor the status of " + name
                + " says how a lookup ends: say it in recorded-bodies.yaml");
    }

    /** Empty where nothing says which. */
    Optional<String> verdict(Body body) {
        return texts(expressions.path("verdict"), body).stream().findFirst();
    }

    /** Whether it says where bodies have those facts. */
    boolean knows(Fact fact) {
        return expressions.path("facts").has(fact.key());
    }

    /** The facts of a kind that are in the body; blank ones are none. */
    List<String> facts(Fact fact, Body body) {
        return texts(expressions.path("facts").path(fact.key()), body);
    }

    /** What an expression gives, numbers as texts, each once. */
    List<String> texts(JsonNode expression, Body body) {
        if (expression.isMissingNode() || !fits(body)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try {
            Scope scope = Scope.newChildScope(BUILT_IN);
            scope.setValue("http", IntNode.valueOf(body.status(200)));
            scope.setValue("name", TextNode.valueOf(body.name()));
            JsonQuery.compile(functions + "\n" + expression.asText(), Versions.JQ_1_7)
                    .apply(scope, json(body), value -> {
                        if (!value.isNull() && !value.asText().isBlank()) {
                            found.add(value.asText().strip());
                        }
                    });
        } catch (JsonQueryException e) {
            throw new AssertionError(
                    "it has another shape than recorded-bodies.yaml knows: "
                            + expression.asText().strip() + ": " + e.getMessage(),
                    e);
        }
        return found.stream().distinct().toList();
    }

    /** JSON; JSON by the line as an array; anything else as a text. */
    private static JsonNode json(Body body) {
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(body.text());
        } catch (JsonProcessingException notOne) {
            return lines(body);
        }
    }

    private static JsonNode lines(Body body) {
        ArrayNode lines = JSON.createArrayNode();
        try {
            for (String line : body.text().lines().filter(it -> !it.isBlank()).toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines.isEmpty() ? TextNode.valueOf("") : lines;
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(body.text());
        }
    }
}
