package io.indago.toolkit.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** What was written in YAML as JSON. */
public final class YamlJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlJson() {}

    /** As it is. */
    public static JsonNode of(YamlNode node) {
        return of(node, scalar -> JSON.textNode(scalar.text()));
    }

    /** With each text changed; what it is changed to {@linkplain JsonNode#isMissingNode() missing} is left out. */
    public static JsonNode of(YamlNode node, Function<YamlScalar, JsonNode> texts) {
        if (node instanceof YamlMap map) {
            ObjectNode object = JSON.objectNode();
            map.fields().forEach((name, value) -> {
                JsonNode made = of(value, texts);
                if (!made.isMissingNode()) {
                    object.set(name, made);
                }
            });
            return object;
        }
        if (node instanceof YamlList list) {
            ArrayNode array = JSON.arrayNode();
            list.items().stream()
                    .map(item -> of(item, texts))
                    .filter(made -> !made.isMissingNode())
                    .forEach(array::add);
            return array;
        }
        return scalar((YamlScalar) node, texts);
    }

    private static JsonNode scalar(YamlScalar scalar, Function<YamlScalar, JsonNode> texts) {
        return switch (scalar.type()) {
            case TEXT -> texts.apply(scalar);
            case WHOLE -> JSON.numberNode(Long.parseLong(scalar.text()));
            case FRACTION -> JSON.numberNode(new BigDecimal(scalar.text()));
            case FLAG -> JSON.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
            case NOTHING -> JSON.nullNode();
        };
    }
}
