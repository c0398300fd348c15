package io.indago.toolkit.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The {@link Grammar} as a JSON Schema, for editors. */
public final class GrammarSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions = JSON.objectNode();

    private GrammarSchema() {}

    /** The schema. */
    public static JsonNode schema() {
        GrammarSchema schema = new GrammarSchema();
        ObjectNode root = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:indago:schema:provider-descriptor.v1")
                .put("title", "Provider descriptor")
                .put("description", "A provider of Indago that is described instead of written in Java.");
        root.setAll(schema.fields(Grammar.DESCRIPTOR));
        root.set("$defs", schema.definitions);
        return root;
    }

    private ObjectNode fields(Shape shape) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = JSON.arrayNode();
        ObjectNode properties = JSON.objectNode();
        for (Field field : shape.fields()) {
            properties.set(
                    field.name(),
                    JSON.objectNode().put("description", field.help()).setAll(of(field.kind())));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.set("properties", properties);
        return object;
    }

    private ObjectNode of(Kind kind) {
        ObjectNode node = JSON.objectNode();
        if (kind instanceof Shape shape) {
            if (!definitions.has(shape.name())) {
                definitions.putNull(shape.name());
                definitions.set(shape.name(), fields(shape));
            }
            return node.put("$ref", "#/$defs/" + shape.name());
        }
        if (kind instanceof Kind.Text text) {
            return node.put("type", "string").put("pattern", whole(text.pattern()));
        }
        if (kind instanceof Kind.Choice choice) {
            choice.words().forEach(node.putArray("enum")::add);
            return node;
        }
        if (kind instanceof Kind.Whole number) {
            return number.least() == number.most()
                    ? node.put("const", number.least())
                    : node.put("type", "integer").put("minimum", number.least()).put("maximum", number.most());
        }
        if (kind instanceof Kind.Flag) {
            return node.put("type", "boolean");
        }
        if (kind instanceof Kind.Scalar || kind instanceof Kind.Expression) {
            List.of("string", "number", "boolean").forEach(node.putArray("type")::add);
            return kind instanceof Kind.Expression ? node.put("pattern", "\\S") : node;
        }
        if (kind instanceof Kind.Several several) {
            ObjectNode each = of(several.each());
            node.putArray("anyOf")
                    .add(each)
                    .add(JSON.objectNode()
                            .put("type", "array")
                            .put("minItems", 1)
                            .set("items", each));
            return node;
        }
        if (kind instanceof Kind.Named named) {
            node.put("type", "object").put("additionalProperties", false);
            node.putObject("patternProperties").set(whole(named.pattern()), of(named.each()));
        }
        return node; // anything at all
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }
}
