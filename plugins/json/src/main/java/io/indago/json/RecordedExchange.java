package io.indago.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call and its reply as a file: what the hub records, replays, and a contract test reads as a fixture.
 *
 * <p>The reply's body is {@code jsonBody}, as it was sent, where it is a JSON object or array; else {@code body} where it
 * is text, else {@code base64Body}: its bytes come back as they were, but for space around JSON.
 *
 * @param url with a mark where a secret was
 * @param requestBody empty when the call had none
 * @param leftOut the names of reply headers that were not recorded
 */
public record RecordedExchange(
        Instant recorded,
        String method,
        String url,
        Optional<String> requestBody,
        BufferedReply reply,
        List<String> leftOut) {
    private static final JsonFactory FACTORY = new JsonFactory();

    public RecordedExchange {
        requireNonNull(recorded, "recorded");
        requireNonNull(method, "method");
        requireNonNull(url, "url");
        requireNonNull(requestBody, "requestBody");
        requireNonNull(reply, "reply");
        leftOut = List.copyOf(leftOut);
    }

    /** The file's content, UTF-8. */
    public byte[] write() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(file)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            out.writeStartObject();
            out.writeStringField("recorded", recorded.toString());
            out.writeObjectFieldStart("request");
            out.writeStringField("method", method);
            out.writeStringField("url", url);
            if (requestBody.isPresent()) {
                out.writeStringField("body", requestBody.get());
            }
            out.writeEndObject();
            writeResponse(out);
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing was written to but memory", impossible);
        }
        return file.toByteArray();
    }

    private void writeResponse(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("response");
        out.writeNumberField("status", reply.status());
        out.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
        }
        out.writeEndObject();
        out.writeArrayFieldStart("leftOut");
        for (String name : leftOut) {
            out.writeString(name);
        }
        out.writeEndArray();
        byte[] body = reply.bytes();
        Optional<String> text = text(body);
        if (text.isEmpty()) {
            out.writeStringField("base64Body", Base64.getEncoder().encodeToString(body));
        } else if (isJsonContainer(body)) {
            out.writeFieldName("jsonBody");
            out.writeRawValue(text.get().strip());
        } else {
            out.writeStringField("body", text.get());
        }
        out.writeEndObject();
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static boolean isJsonContainer(byte[] body) {
        if (body.length > 0 && body[0] == (byte) 0xEF) {
            return false; // a byte order mark is legal at the beginning of a file alone
        }
        try (JsonParser in = FACTORY.createParser(body)) {
            JsonToken first = in.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return false;
            }
            JsonToken token = first;
            for (int depth = 1; depth > 0; ) {
                token = in.nextToken();
                if (token == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.VALUE_STRING) {
                    in.getTextLength(); // read to its end
                }
            }
            return in.nextToken() == null;
        } catch (IOException noJson) {
            return false;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it is none of this shape; the message says where
     */
    public static RecordedExchange read(byte[] file) throws IOException {
        return new RecordedExchangeReader(file).read();
    }
}
