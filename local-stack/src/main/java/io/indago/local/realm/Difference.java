package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where what is found is not as wanted; what is not wanted in so many words may be as it likes.
 *
 * @param path the field, inner ones after a dot
 */
record Difference(String path, JsonNode wanted, JsonNode found) {
    private static final int LONGEST = 60;

    /** Keycloak tells this one in an order of its own. */
    private static final String POLICY = "passwordPolicy";

    /** In words, each after a comma; empty when all is as wanted. */
    static Optional<String> between(JsonNode wanted, JsonNode found) {
        List<Difference> differences = new ArrayList<>();
        compare("", wanted, found, differences);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(differences.stream().map(Difference::toString).collect(Collectors.joining(", ")));
    }

    /** What is found, with all that is wanted in it. */
    static ObjectNode merged(ObjectNode wanted, JsonNode found) {
        ObjectNode merged = found.deepCopy();
        wanted.properties().forEach(field -> {
            JsonNode inner = merged.path(field.getKey());
            merged.set(
                    field.getKey(),
                    field.getValue() instanceof ObjectNode object && inner.isObject()
                            ? merged(object, inner)
                            : field.getValue());
        });
        return merged;
    }

    @Override
    public String toString() {
        return path + " " + brief(found) + " -> " + brief(wanted);
    }

    private static void compare(String path, JsonNode wanted, JsonNode found, List<Difference> differences) {
        if (wanted.isObject()) {
            wanted.properties()
                    .forEach(field -> compare(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue(),
                            found.path(field.getKey()),
                            differences));
        } else if (wanted.isArray() && !wanted.isEmpty() && elements(wanted).allMatch(each -> each.has("name"))) {
            for (JsonNode each : wanted) {
                String name = each.path("name").asText();
                compare(path + "[" + name + "]", each, named(found, name), differences);
            }
        } else if (!isSame(path, wanted, found)) {
            differences.add(new Difference(path, wanted, found));
        }
    }

    private static boolean isSame(String path, JsonNode wanted, JsonNode found) {
        if (path.equals(POLICY)) {
            return Set.of(wanted.asText().split(" and "))
                    .equals(Set.copyOf(List.of(found.asText().split(" and "))));
        }
        return wanted.isArray()
                ? elements(wanted)
                        .collect(Collectors.toSet())
                        .equals(elements(found).collect(Collectors.toSet()))
                : wanted.equals(found);
    }

    private static JsonNode named(JsonNode list, String name) {
        return elements(list)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String brief(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
