package io.indago.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** The JSON that the client writes and reads; unknown members are tolerated. */
final class ClientJson {
    /** By this name a class can have the text injected that it is read from. */
    static final String TEXT = "text";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private ClientJson() {}

    /** In plain ASCII, so that no server can mistake its encoding. */
    static String write(Map<String, String> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(Answer answer, Class<T> type) throws NoAnswerException {
        try {
            T value = MAPPER.readerFor(type)
                    .with(new InjectableValues.Std(Map.of(TEXT, answer.body())))
                    .readValue(answer.body());
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException malformed) {
            throw new NoAnswerException(unreadable(answer), malformed);
        }
        throw new NoAnswerException(unreadable(answer));
    }

    private static String unreadable(Answer answer) {
        return "the answer of " + answer.server() + " (HTTP " + answer.status() + ") can't be understood";
    }
}
