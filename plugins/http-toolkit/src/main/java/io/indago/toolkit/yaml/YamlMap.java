package io.indago.toolkit.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping.
 *
 * @param fields in the order of the file
 * @param lines where each of them is named
 */
public record YamlMap(String path, int line, Map<String, YamlNode> fields, Map<String, Integer> lines)
        implements YamlNode {

    public YamlMap {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        lines = Map.copyOf(lines);
    }

    public Optional<YamlNode> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The path of a field of that name. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
