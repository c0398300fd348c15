package io.indago.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.indago.toolkit.format.GrammarSchema;
import io.indago.toolkit.yaml.Problems;
import io.indago.toolkit.yaml.YamlFile;
import io.indago.toolkit.yaml.YamlJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader know the same fields and take the same descriptors. */
class SchemaTest {
    private static final Path PUBLISHED = Path.of("../../docs/schemas/provider-descriptor.v1.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code -Dindago.schema.write=true} writes it. */
    @Test
    void isPublishedAsTheReaderKnowsIt() throws IOException {
        if (Boolean.getBoolean("indago.schema.write")) {
            Files.writeString(
                    PUBLISHED, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(GrammarSchema.schema()) + "\n");
        }
        assertThat(JSON.readTree(PUBLISHED.toFile()))
                .as("docs/schemas/provider-descriptor.v1.json: write it with -Dindago.schema.write=true")
                .isEqualTo(JSON.readTree(GrammarSchema.schema().toString()));
    }

    @Test
    void describesEveryField() {
        GrammarSchema.schema()
                .findValues("properties")
                .forEach(properties -> properties.properties().forEach(field -> assertThat(
                                field.getValue().path("description").asText())
                        .as(field.getKey())
                        .endsWith(".")));
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void takesWhatTheReaderTakes(String name, String yaml) throws IOException {
        assertThat(Described.whole(yaml).problems()).as(name).isEmpty();
        assertThat(schema().validate(json(yaml))).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void refusesWhatTheReaderRefuses(String name, String yaml) throws IOException {
        for (String mutant : mutants(yaml)) {
            assertThat(Described.whole(mutant).problems()).as(mutant).isNotEmpty();
            assertThat(schema().validate(json(mutant))).as(mutant).isNotEmpty();
        }
    }

    /** Those of the plugins, and the one in the documentation. */
    static Stream<Arguments> descriptors() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(".."), 8)) {
            files = all.filter(file -> file.toString().contains("src/main/resources/META-INF/indago"))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        List<Arguments> found = new ArrayList<>();
        for (Path file : files) {
            found.add(Arguments.of(file.getFileName().toString(), Files.readString(file)));
        }
        found.add(Arguments.of("docs/descriptors.md", documented()));
        return found.stream();
    }

    static String documented() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(indago: 1\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../docs/descriptors.md")));
        assertThat(example.find()).as("an example in docs/descriptors.md").isTrue();
        return example.group(1);
    }

    /** Each with one thing wrong with it: a field renamed, removed that must be there, or with a value of another kind. */
    private static List<String> mutants(String yaml) throws IOException {
        JsonNode whole = json(yaml);
        List<String> mutants = new ArrayList<>();
        whole.fieldNames().forEachRemaining(name -> {
            mutants.add(changed(whole, name, name + "z", whole.get(name)));
            mutants.add(changed(whole, name, name, JSON.createArrayNode()));
            if (List.of("indago", "id", "title", "types", "request").contains(name)) {
                ObjectNode without = whole.deepCopy();
                without.remove(name);
                mutants.add(without.toString());
            }
            if (whole.get(name).isObject()
                    && !List.of("config", "status", "let").contains(name)) {
                whole.get(name)
                        .fieldNames()
                        .forEachRemaining(
                                inner -> mutants.add(changed(whole, name, name, renamed(whole.get(name), inner))));
            }
        });
        return mutants;
    }

    private static JsonNode renamed(JsonNode object, String name) {
        return tree(changed(object, name, name + "z", object.get(name)));
    }

    private static String changed(JsonNode object, String name, String newName, JsonNode value) {
        ObjectNode copy = object.deepCopy();
        copy.remove(name);
        copy.set(newName, value);
        return copy.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JSON.readTree(PUBLISHED.toFile()));
    }

    private static JsonNode json(String yaml) {
        Problems problems = new Problems("example.yaml");
        JsonNode json = YamlJson.of(
                YamlFile.read(yaml.getBytes(StandardCharsets.UTF_8), problems).orElseThrow());
        assertThat(problems.sentences()).isEmpty();
        return json;
    }
}
