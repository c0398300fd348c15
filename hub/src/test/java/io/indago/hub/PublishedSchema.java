package io.indago.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** One of the schemas in {@code docs/schemas}, held more strictly than consumers should: no member may be undocumented. */
final class PublishedSchema {
    private final JsonSchema schema;

    private PublishedSchema(JsonSchema schema) {
        this.schema = schema;
    }

    static PublishedSchema of(String name) throws IOException {
        JsonNode document = RunningHub.JSON.readTree(Files.readString(Path.of("../docs/schemas", name)));
        close(document);
        return new PublishedSchema(
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(document));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(PublishedSchema::close);
    }

    Set<ValidationMessage> faults(JsonNode document) {
        return schema.validate(document);
    }
}
