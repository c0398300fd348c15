package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Things of one kind that a realm has, by their name. */
record Found(Map<String, JsonNode> byName) {

    static Found of(JsonNode list, String nameField) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        list.forEach(each -> byName.put(each.path(nameField).asText(), each));
        return new Found(byName);
    }

    Optional<JsonNode> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Keycloak's id of it, when there is one. */
    Optional<String> id(String name) {
        return get(name).map(found -> found.path("id").asText());
    }
}
