package io.indago.toolkit.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.spi.ConfigSpec;
import io.indago.spi.PluginConfig;
import io.indago.spi.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of the settings that are no secrets, as placeholders and expressions see them: numbers and flags as such, a
 * duration in seconds. One without a value is absent.
 */
public final class Settings {
    public static final String PREFIX = "config.";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, JsonNode> values = new HashMap<>();

    public Settings(ConfigSpec spec, PluginConfig config) {
        for (Setting setting : spec.settings()) {
            value(setting, config).ifPresent(value -> values.put(setting.name(), value));
        }
    }

    private static Optional<JsonNode> value(Setting setting, PluginConfig config) {
        String name = setting.name();
        return switch (setting.type()) {
            case SECRET -> Optional.empty();
            case TEXT -> config.optionalText(name).map(JSON::textNode);
            case INTEGER -> Optional.of(JSON.numberNode(config.integer(name)));
            case FLAG -> Optional.of(JSON.booleanNode(config.flag(name)));
            case DURATION -> Optional.of(JSON.numberNode(config.duration(name).toSeconds()));
            case URL -> Optional.of(JSON.textNode(config.url(name).toString()));
        };
    }

    /** As {@code $config}. */
    public JsonNode json() {
        ObjectNode object = JSON.objectNode();
        values.forEach(object::set);
        return object;
    }

    /** As {@code {config.name}}. */
    public Map<String, String> placeholders() {
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(PREFIX + name, value.asText()));
        return texts;
    }

    /** The value of a placeholder that is a setting's, as JSON. */
    Optional<JsonNode> json(String placeholder) {
        return placeholder.startsWith(PREFIX)
                ? Optional.ofNullable(values.get(placeholder.substring(PREFIX.length())))
                : Optional.empty();
    }
}
