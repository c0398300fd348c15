package io.indago.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one file. A JSON body is cut out of it byte by byte, not written anew. */
final class RecordedExchangeReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] file;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private Instant recorded = Instant.EPOCH;
    private @Nullable String method;
    private @Nullable String url;
    private Optional<String> requestBody = Optional.empty();
    private int status = 200;
    private byte[] body = {};

    RecordedExchangeReader(byte[] file) {
        this.file = file;
    }

    RecordedExchange read() throws IOException {
        try (JsonParser in = FACTORY.createParser(file)) {
            in.nextToken();
            members(in, "a recorded exchange", this::member);
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON" + at(e.getLocation()), e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("no recorded exchange: " + e.getMessage(), e);
        }
        if (method == null || url == null) {
            throw new IOException("no recorded exchange: its request has no method or no url");
        }
        return new RecordedExchange(
                recorded, method, url, requestBody, BufferedReply.of(status, headers, body), leftOut);
    }

    private void member(JsonParser in, String name) throws IOException {
        switch (name) {
            case "recorded" -> recorded = Instant.parse(in.getText());
            case "request" -> members(in, "a request", this::ofRequest);
            case "response" -> members(in, "a response", this::ofResponse);
            default -> throw unknown(in, name, "a recorded exchange");
        }
    }

    private void ofRequest(JsonParser in, String name) throws IOException {
        switch (name) {
            case "method" -> method = in.getText();
            case "url" -> url = in.getText();
            case "body" -> requestBody = Optional.of(in.getText());
            default -> throw unknown(in, name, "a request");
        }
    }

    private void ofResponse(JsonParser in, String name) throws IOException {
        switch (name) {
            case "status" -> status = in.getIntValue();
            case "headers" -> members(in, "headers", (value, header) -> headers.put(header, List.of(value.getText())));
            case "leftOut" -> {
                while (in.nextToken() == JsonToken.VALUE_STRING) {
                    leftOut.add(in.getText());
                }
            }
            case "body" -> body = in.getText().getBytes(StandardCharsets.UTF_8);
            case "base64Body" -> body = Base64.getDecoder().decode(in.getText());
            case "jsonBody" -> body = json(in);
            default -> throw unknown(in, name, "a response");
        }
    }

    private byte[] json(JsonParser in) throws IOException {
        if (in.currentToken() == null || !in.currentToken().isStructStart()) {
            throw new IOException("jsonBody is no object or array" + at(in.currentTokenLocation())
                    + ": write anything else as a body");
        }
        int start = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        return Arrays.copyOfRange(file, start, (int) in.currentLocation().getByteOffset());
    }

    private static void members(JsonParser in, String what, Member member) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object, expected " + what + at(in.currentTokenLocation()));
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            member.read(in, name);
        }
    }

    private static IOException unknown(JsonParser in, String name, String what) {
        return new IOException("'" + name + "' is no member of " + what + at(in.currentTokenLocation()));
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    @FunctionalInterface
    private interface Member {
        void read(JsonParser in, String name) throws IOException;
    }
}
