package io.indago.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that the client writes and reads; unknown members are tolerated. */
final class ClientJson {
    /** By this name a class can have the text injected that it is read from. */
    static final String TEXT = "text";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private ClientJson() {}

    /** In plain ASCII, so that no server can mistake its encoding. */
    static String write(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T parse(String text, Class<T> type) throws IOException {
        T value = MAPPER.readerFor(type)
                .with(new InjectableValues.Std(Map.of(TEXT, text)))
                .readValue(text);
        if (value == null) {
            throw new IOException("null is no " + type.getSimpleName());
        }
        return value;
    }

    static <T> T read(Answer answer, Class<T> type) throws NoAnswerException {
        try {
            return parse(answer.body(), type);
        } catch (IOException malformed) {
            throw new NoAnswerException(
                    answer.server(),
                    "the answer of " + answer.server() + " (HTTP " + answer.status() + ") can't be understood",
                    malformed);
        }
    }

    /** A list that is not there is an empty one. */
    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
