package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A realm in Keycloak's export format, with variables of the environment in it, {@code ${NAME}}. What names a variable
 * that is not set is left out: nothing is said of it.
 */
record RealmFile(ObjectNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** What is no setting of the realm itself. */
    private static final Set<String> PARTS = Set.of(
            "realm",
            "roles",
            "groups",
            "users",
            "clients",
            "clientScopes",
            "clientScopeMappings",
            "components",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes",
            "adminPermissionsClient");

    static RealmFile read(Path file, Map<String, String> variables) {
        try {
            ObjectNode content = JSON.readValue(Files.readString(file), ObjectNode.class);
            return new RealmFile(
                    (ObjectNode) filled(content, variables).orElseThrow(() -> new RealmException(file + " is empty")));
        } catch (IOException unreadable) {
            throw new RealmException(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    String realm() {
        return content.path("realm").asText();
    }

    ObjectNode settings() {
        return content.deepCopy().without(PARTS);
    }

    private static Optional<JsonNode> filled(JsonNode node, Map<String, String> variables) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = JSON.createObjectNode();
            object.properties().forEach(field -> filled(field.getValue(), variables)
                    .ifPresent(value -> filled.set(field.getKey(), value)));
            return Optional.of(filled);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = JSON.createArrayNode();
            for (JsonNode each : array) {
                Optional<JsonNode> value = filled(each, variables);
                if (value.isEmpty()) {
                    return value;
                }
                filled.add(value.get());
            }
            return Optional.of(filled);
        }
        return node.isTextual() ? text(node.textValue(), variables) : Optional.of(node);
    }

    private static Optional<JsonNode> text(String text, Map<String, String> variables) {
        Matcher names = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            String value = variables.get(names.group(1));
            if (value == null) {
                return Optional.empty();
            }
            names.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(TextNode.valueOf(names.appendTail(filled).toString()));
    }
}
