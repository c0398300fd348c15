package io.indago.plugins.opencti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.testkit.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An OpenCTI as far as a push is concerned: it keeps what is added, gives what is there to who adds it again, and refuses and
 * lies as it is told. It knows no GraphQL, only the few operations of a push.
 */
final class FakeOpenCti {
    static final String TOKEN = "made-up-token-of-a-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** {@code l0: labelAdd(input: $l0)}, {@code e0: stixDomainObjectEdit(id: $e0Id) { fieldPatch(input: $e0)}. */
    private static final Pattern FIELD = Pattern.compile(
            "(?<alias>\\w+): (?<field>\\w+)\\((?:input|id): \\$(?<input>\\w+)\\)"
                    + "(?: \\{ (?<change>\\w+)\\(\\w+: \\$(?<with>\\w+)(?:, relationship_type: \"(?<kind>[a-z-]+)\")?\\))?");

    /** How writing goes. */
    enum Mood {
        WELL,
        LACKS_A_CAPABILITY,
        IS_LOCKED,
        REFUSES_BESIDE_DATA,
        IS_OLD,
        BREAKS,
        LOSES_LABELS,
        LOSES_MARKINGS
    }

    final Map<String, ObjectNode> observables = new LinkedHashMap<>();
    final Map<String, ObjectNode> notes = new LinkedHashMap<>();
    /** Names by kind and value, with their ids. */
    final Map<String, ObjectNode> names = new LinkedHashMap<>();

    final CopyOnWriteArrayList<String> operations = new CopyOnWriteArrayList<>();
    /** As many searches answer at the same time: none of them sees what comes of another. */
    volatile Phaser together = new Phaser(1);

    volatile Mood mood = Mood.WELL;

    HttpReply answer(HttpCall call) {
        JsonNode body = read(call.body().orElseThrow());
        String query = body.path("query").asText();
        JsonNode variables = body.path("variables");
        operations.add(query.split("\\W+")[1]);
        if (call.headers().stream().noneMatch(header -> header.getValue().equals("Bearer " + TOKEN))) {
            return errors(200, "AUTH_REQUIRED", "You must be logged in to do this.");
        }
        if (query.startsWith("query")) {
            String found = search(variables);
            together.arriveAndAwaitAdvance();
            return Reply.json(found);
        }
        return switch (mood) {
            case LACKS_A_CAPABILITY -> errors(200, "FORBIDDEN_ACCESS", "You are not allowed to do this.");
            case IS_LOCKED ->
                errors(200, "LOCK_ERROR", "Execution timeout, too many concurrent call on the same entities");
            case IS_OLD -> errors(400, "GRAPHQL_VALIDATION_FAILED", "Unknown type \"FilterGroup\"");
            case BREAKS -> Reply.of(502, Map.of("content-type", "text/html"), "<html>Bad gateway</html>");
            case REFUSES_BESIDE_DATA -> {
                ObjectNode data = (ObjectNode) read(write(query, variables));
                data.withArray("errors")
                        .addObject()
                        .put("name", "FUNCTIONAL_ERROR")
                        .put("message", "Not so");
                yield Reply.json(data.toString());
            }
            case WELL, LOSES_LABELS, LOSES_MARKINGS -> Reply.json(write(query, variables));
        };
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpReply errors(int status, String name, String message) {
        ObjectNode body = JSON.createObjectNode().putNull("data");
        body.withArray("errors")
                .addObject()
                .put("message", message)
                .put("name", name)
                .putObject("extensions")
                .put("code", name);
        return Reply.of(status, Map.of("content-type", "application/json"), body.toString());
    }

    private synchronized String search(JsonNode variables) {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode edges =
                data.putObject("data").putObject("stixCyberObservables").putArray("edges");
        ObjectNode found =
                observables.get(variables.at("/filters/filters/0/values/0").asText());
        if (found != null) {
            edges.addObject().set("node", found);
        }
        data.withObject("/data").set("note", notes.get(variables.path("note").asText()));
        return data.toString();
    }

    private synchronized String write(String query, JsonNode variables) {
        ObjectNode reply = JSON.createObjectNode();
        ObjectNode data = reply.putObject("data");
        if (query.contains("stixCyberObservableAdd(")) {
            data.set("observable", observable(variables));
            return reply.toString();
        }
        Matcher field = FIELD.matcher(query);
        while (field.find()) {
            JsonNode input = variables.path(field.group("input"));
            String id = field.group("field").endsWith("Edit")
                    ? edited(input.asText(), field, variables.path(field.group("with")))
                    : added(field.group("field"), input);
            data.putObject(field.group("alias")).put("id", id);
        }
        return reply.toString();
    }

    private ObjectNode observable(JsonNode variables) {
        String value = variables.path("value").path("value").asText();
        ObjectNode observable = observables.computeIfAbsent(value, it -> {
            ObjectNode made = JSON.createObjectNode()
                    .put("id", "observable-" + (observables.size() + 1))
                    .put("observable_value", it);
            made.set("x_opencti_score", variables.get("score"));
            made.set("createdBy", variables.get("createdBy"));
            return made;
        });
        variables.path("objectLabel").forEach(id -> link(observable.withArray("objectLabel"), named(id)));
        variables.path("objectMarking").forEach(id -> link(observable.withArray("objectMarking"), named(id)));
        ArrayNode references = observable.withObject("/externalReferences").withArray("edges");
        variables.path("externalReferences").forEach(id -> link(references, node(named(id))));
        if (mood == Mood.LOSES_LABELS) {
            observable.putArray("objectLabel");
        }
        if (mood == Mood.LOSES_MARKINGS) {
            observable.putArray("objectMarking");
        }
        if (variables.path("createIndicator").asBoolean()) {
            indicator(observable);
        }
        return observable;
    }

    private void indicator(ObjectNode observable) {
        ArrayNode indicators = observable.withObject("/indicators").withArray("edges");
        if (indicators.isEmpty()) {
            ObjectNode indicator =
                    JSON.createObjectNode().put("id", "indicator-1").put("revoked", false);
            indicator.set("x_opencti_score", observable.get("x_opencti_score"));
            indicator.set("objectLabel", observable.withArray("objectLabel").deepCopy());
            indicators.add(node(indicator));
        }
    }

    private static ObjectNode node(ObjectNode it) {
        return JSON.createObjectNode().set("node", it);
    }

    private ObjectNode named(JsonNode id) {
        return names.values().stream()
                .filter(name -> name.path("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void link(ArrayNode list, ObjectNode name) {
        for (JsonNode known : list) {
            if (known.equals(name)) {
                return;
            }
        }
        list.add(name);
    }

    private String added(String field, JsonNode input) {
        if (field.equals("noteAdd")) {
            ObjectNode note = notes.computeIfAbsent(input.path("stix_id").asText(), it -> JSON.createObjectNode()
                    .put("id", "note-" + (notes.size() + 1)));
            note.setAll((ObjectNode) input);
            return note.path("id").asText();
        }
        String key = field + " "
                + input.path("value")
                        .asText(input.path("definition")
                                .asText(input.path("url")
                                        .asText(input.path("name").asText())));
        ObjectNode name =
                names.computeIfAbsent(key, it -> ((ObjectNode) input.deepCopy()).put("id", "name-" + names.size()));
        return name.path("id").asText();
    }

    private String edited(String id, Matcher field, JsonNode with) {
        ObjectNode edited = observables.values().stream()
                .flatMap(observable -> Stream.concat(
                        Stream.of(observable),
                        observable.findParents("revoked").stream().map(ObjectNode.class::cast)))
                .filter(it -> it.path("id").asText().equals(id))
                .findFirst()
                .orElseGet(() -> notes.values().stream()
                        .filter(note -> note.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow());
        switch (field.group("change")) {
            case "fieldPatch" -> edited.set(with.at("/0/key").asText(), with.at("/0/value/0"));
            case "relationDelete" -> {
                ArrayNode list =
                        edited.withArray(field.group("kind").equals("object-label") ? "objectLabel" : "objectMarking");
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.get(i).path("id").equals(with)) {
                        list.remove(i);
                    }
                }
            }
            case "relationAdd" -> {
                ArrayNode markings = edited.withArray("objectMarking");
                if (StreamSupport.stream(markings.spliterator(), false).noneMatch(with.path("toId")::equals)) {
                    markings.add(with.path("toId"));
                }
            }
            default -> throw new IllegalStateException("no change " + field.group("change"));
        }
        return id;
    }
}
