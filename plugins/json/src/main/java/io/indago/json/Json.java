package io.indago.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.io.IOException;

/** Parses replies. */
public final class Json {
    static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final int MAX_NAME_LENGTH = 10_000;
    private static final int MAX_TEXT_LENGTH = 8 * 1024 * 1024;
    private static final byte[] NO_BYTES = {};

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxStringLength(MAX_TEXT_LENGTH)
                    .build())
            .build();

    private Json() {}

    /**
     * A view of that JSON, encoded as UTF-8, UTF-16 or UTF-32.
     *
     * @throws ProviderException {@link ErrorKind#BAD_REPLY} when it is none; the message says where, and nothing of
     *     what is there
     */
    public static JsonView parse(byte[] json) {
        return parse(() -> FACTORY.createParser(json), json);
    }

    /**
     * A view of that JSON.
     *
     * @throws ProviderException {@link ErrorKind#BAD_REPLY} when it is none; the message says where, and nothing of
     *     what is there
     */
    public static JsonView parse(String json) {
        return parse(() -> FACTORY.createParser(json), NO_BYTES);
    }

    private static JsonView parse(Source source, byte[] bytes) {
        Object value;
        try (JsonParser in = source.open()) {
            value = JsonTree.read(in, bytes);
        } catch (StreamConstraintsException e) {
            throw unreadable("JSON nested deeper than " + MAX_DEPTH + " or with an overlong number, name or text", e);
        } catch (JsonProcessingException e) {
            throw unreadable("no JSON" + position(e), e);
        } catch (IOException e) {
            throw unreadable("no JSON", e);
        }
        if (value == JsonTree.Literal.MISSING) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "the reply is empty, expected JSON");
        }
        return new TreeView(value);
    }

    /** Without the cause's message, which quotes the reply. */
    private static ProviderException unreadable(String what, IOException cause) {
        return ProviderException.of(
                ErrorKind.BAD_REPLY,
                "the reply is " + what,
                new IOException(cause.getClass().getSimpleName()));
    }

    private static String position(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    @FunctionalInterface
    private interface Source {
        JsonParser open() throws IOException;
    }
}
