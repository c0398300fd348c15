package io.indago.plugins.yeti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.testkit.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A YETI as far as a push is concerned: it keeps observables, refuses those it has, compares contexts and sets tags as YETI
 * does, and refuses and lies as it is told.
 */
final class FakeYeti {
    static final String KEY = "made-up-key-of-a-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How writing goes. */
    enum Mood {
        WELL,
        REFUSES_THE_KEY,
        LACKS_A_RIGHT,
        FAILS_TO_ADD,
        BREAKS,
        ADDS_CONTEXTS_UP,
        LOSES_TAGS
    }

    final Map<String, ObjectNode> observables = new LinkedHashMap<>();
    final CopyOnWriteArrayList<String> requests = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.WELL;
    private final Set<String> tokens = new HashSet<>();

    synchronized HttpReply answer(HttpCall call) {
        String path = call.uri().getPath().replaceFirst("^/api/v2", "");
        requests.add(path);
        JsonNode body = read(call.body().orElse("{}"));
        if (path.equals("/auth/api-token")) {
            return logIn(call);
        }
        if (call.headers().stream()
                .noneMatch(header -> header.getKey().equals("Authorization") && tokens.contains(header.getValue()))) {
            return detail(401, "Could not validate credentials");
        }
        if (path.equals("/observables/search")) {
            return Reply.json(search(body.at("/query/value").asText()));
        }
        return switch (mood) {
            case LACKS_A_RIGHT -> detail(403, "Forbidden: missing privileges write");
            case BREAKS -> Reply.of(500, Map.of("content-type", "text/html"), "<html>Oops</html>");
            case FAILS_TO_ADD ->
                path.equals("/observables/") ? detail(400, "Failed to add observable") : write(path, body);
            case WELL, ADDS_CONTEXTS_UP, LOSES_TAGS, REFUSES_THE_KEY -> write(path, body);
        };
    }

    synchronized void expireTokens() {
        tokens.clear();
    }

    private HttpReply logIn(HttpCall call) {
        boolean known = mood != Mood.REFUSES_THE_KEY && call.headers().contains(Map.entry("x-yeti-apikey", KEY));
        if (!known) {
            return detail(401, "Could not validate credentials");
        }
        String token = "token-" + requests.size();
        tokens.add("Bearer " + token);
        return Reply.json("{\"access_token\": \"" + token + "\", \"token_type\": \"bearer\"}");
    }

    private HttpReply write(String path, JsonNode body) {
        if (path.equals("/observables/")) {
            return add(body);
        }
        if (path.equals("/observables/tag")) {
            return tag(body);
        }
        String id = path.split("/")[2];
        ObjectNode observable = byId(id);
        context(observable, body);
        return Reply.json(observable.toString());
    }

    private HttpReply add(JsonNode body) {
        String value = body.path("value").asText();
        if (body.size() != 3) {
            return Reply.of(
                    422,
                    Map.of("content-type", "application/json"),
                    "{\"detail\": [{\"msg\": \"Extra inputs are not permitted\"}]}");
        }
        if (observables.containsKey(value)) {
            return detail(400, "Observable with value " + value + " already exists");
        }
        ObjectNode observable = JSON.createObjectNode()
                .put("id", String.valueOf(observables.size() + 1))
                .put("value", value)
                .put("type", body.path("type").asText())
                .put("created", "2026-01-01T00:00:00Z");
        observable.putArray("context");
        observable.putArray("tags");
        observables.put(value, observable);
        return Reply.json(observable.toString());
    }

    private void context(ObjectNode observable, JsonNode body) {
        Set<String> skipped = new HashSet<>();
        body.path("skip_compare").forEach(member -> skipped.add(member.asText()));
        ObjectNode context = body.path("context").deepCopy();
        context.put("source", body.path("source").asText());
        ArrayNode contexts = observable.withArray("context");
        for (int i = 0; i < contexts.size() && mood != Mood.ADDS_CONTEXTS_UP; i++) {
            JsonNode known = contexts.get(i);
            boolean same = known.path("source").equals(context.path("source"))
                    && context.properties().stream()
                            .filter(member -> !skipped.contains(member.getKey()))
                            .allMatch(member -> member.getValue().equals(known.path(member.getKey())));
            if (same) {
                contexts.set(i, context);
                return;
            }
        }
        contexts.add(context);
    }

    private HttpReply tag(JsonNode body) {
        ObjectNode observable = byId(body.at("/ids/0").asText());
        if (body.path("strict").asBoolean()) {
            observable.putArray("tags");
        }
        if (mood != Mood.LOSES_TAGS) {
            body.path("tags").forEach(name -> tag(observable.withArray("tags"), name.asText()));
        }
        ObjectNode reply = JSON.createObjectNode().put("tagged", 1);
        ObjectNode tags = reply.putObject("tags")
                .putObject("observables/" + observable.path("id").asText());
        observable.path("tags").forEach(tag -> tags.set(tag.path("name").asText(), tag));
        return Reply.json(reply.toString());
    }

    static void tag(ArrayNode tags, String name) {
        String expires = Instant.now().plus(Duration.ofDays(90)).toString();
        for (JsonNode known : tags) {
            if (known.path("name").asText().equals(name)) {
                ((ObjectNode) known).put("fresh", true).put("expires", expires);
                return;
            }
        }
        tags.addObject().put("name", name).put("fresh", true).put("expires", expires);
    }

    private String search(String value) {
        ObjectNode found = JSON.createObjectNode();
        ArrayNode list = found.putArray("observables");
        observables.values().stream()
                .filter(observable -> observable.path("value").asText().contains(value))
                .forEach(list::add);
        return found.put("total", list.size()).toString();
    }

    private ObjectNode byId(String id) {
        return observables.values().stream()
                .filter(observable -> observable.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpReply detail(int status, String text) {
        return Reply.of(
                status,
                Map.of("content-type", "application/json"),
                JSON.createObjectNode().put("detail", text).toString());
    }
}
