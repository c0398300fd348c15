package io.indago.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A published schema, {@code docs/schemas}, and whether documents are what it says. */
public final class Schema {
    private final JsonNode root;
    private final JsonSchema schema;

    private Schema(JsonNode root) {
        this.root = root;
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    public static Schema published(String name) {
        try {
            return new Schema(
                    new ObjectMapper().readTree(Path.of("../docs/schemas", name).toFile()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The document is valid, and the schema knows every member it has. */
    public void assertDescribes(JsonNode document) {
        List<String> unknown = new ArrayList<>();
        collectUnknown(document, root, "", unknown);

        assertAllows(document);
        assertThat(unknown).as("members the schema does not know").isEmpty();
    }

    /** The document is valid; it may have members the schema does not know. */
    public void assertAllows(JsonNode document) {
        assertThat(schema.validate(document)).isEmpty();
    }

    public void assertRefuses(JsonNode document) {
        assertThat(schema.validate(document)).isNotEmpty();
    }

    /** Every member, of every object in the schema, has a description of one line. */
    public void assertEveryMemberIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (JsonNode properties : root.findValues("properties")) {
            properties.properties().forEach(member -> {
                // Conditions name members without describing them again.
                boolean condition =
                        member.getValue().has("const") && member.getValue().size() == 1;
                String description = member.getValue().path("description").asText();
                if (!condition && (description.isBlank() || description.contains("\n"))) {
                    silent.add(member.getKey());
                }
            });
        }
        assertThat(silent).isEmpty();
    }

    private void collectUnknown(JsonNode value, JsonNode declared, String path, List<String> unknown) {
        JsonNode known = resolved(declared);
        if (value.isArray()) {
            value.forEach(item -> collectUnknown(item, known.path("items"), path + "[]", unknown));
        } else if (value.isObject() && !known.has("additionalProperties")) {
            value.properties().forEach(member -> {
                JsonNode property = known.path("properties").path(member.getKey());
                String name = path + "/" + member.getKey();
                if (property.isMissingNode()) {
                    unknown.add(name);
                } else {
                    collectUnknown(member.getValue(), property, name, unknown);
                }
            });
        }
    }

    private JsonNode resolved(JsonNode declared) {
        return declared.has("$ref")
                ? resolved(root.at(declared.get("$ref").asText().substring(1)))
                : declared;
    }
}
