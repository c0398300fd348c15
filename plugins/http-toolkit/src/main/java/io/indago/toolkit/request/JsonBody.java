package io.indago.toolkit.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.indago.toolkit.yaml.YamlJson;
import io.indago.toolkit.yaml.YamlNode;
import io.indago.toolkit.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON with placeholders in its texts. A text that is a setting's placeholder and nothing else becomes what the setting is,
 * a number or a flag; one without a value is left out with its member.
 */
public record JsonBody(YamlNode written, Map<YamlScalar, Template> templates) {

    public JsonBody {
        templates = Map.copyOf(templates);
    }

    String fill(Map<String, String> values, Settings settings) {
        return YamlJson.of(written, scalar -> filled(templates.get(scalar), values, settings))
                .toString();
    }

    private static JsonNode filled(@Nullable Template template, Map<String, String> values, Settings settings) {
        if (template == null) {
            throw new IllegalStateException("a text of the body has not been read");
        }
        Optional<JsonNode> typed = template.alone().flatMap(settings::json);
        return typed.or(() -> template.fill(values).map(JsonNodeFactory.instance::textNode))
                .orElseGet(MissingNode::getInstance);
    }
}
