package io.indago.toolkit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.ProviderException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a body is, and how expressions see it. */
public enum BodyFormat {
    /** As it is. */
    JSON,
    /** As an array of texts, without empty ones. */
    LINES,
    /** As an array of what each line is. */
    NDJSON,
    /** As a text. */
    TEXT;

    private static final int MAX_DEPTH = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public static BodyFormat ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * The body.
     *
     * @throws ProviderException {@link ErrorKind#BAD_REPLY} when it is something else
     */
    public JsonNode read(HttpReply reply) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (this) {
            case JSON -> json(reply);
            case TEXT -> nodes.textNode(reply.text());
            case LINES -> {
                ArrayNode lines = nodes.arrayNode();
                reply.lines().forEach(lines::add);
                yield lines;
            }
            case NDJSON -> {
                ArrayNode values = nodes.arrayNode();
                List<String> lines = reply.lines();
                for (int i = 0; i < lines.size(); i++) {
                    values.add(line(lines.get(i), i + 1));
                }
                yield values;
            }
        };
    }

    private static JsonNode json(HttpReply reply) {
        try {
            JsonNode value = MAPPER.readTree(reply.bytes());
            if (value.isMissingNode()) {
                throw ProviderException.of(ErrorKind.BAD_REPLY, "the reply has no body, expected JSON");
            }
            return value;
        } catch (IOException e) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "the reply is no JSON that can be read", e);
        }
    }

    private static JsonNode line(String line, int number) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "line " + number + " of the reply is no JSON", e);
        }
    }
}
