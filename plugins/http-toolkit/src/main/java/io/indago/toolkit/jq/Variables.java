package io.indago.toolkit.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What expressions may refer to as {@code $name}. */
public record Variables(Map<String, JsonNode> values) {

    public Variables {
        values = Map.copyOf(values);
    }

    public Variables with(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Variables(more);
    }
}
