package io.indago.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads JSON into plain objects: {@link String} or {@link JsonText}, {@link Number} and {@link Boolean} as they are,
 * {@link Members}, {@code Object[]} for an array and {@link Literal#NULL}. Most of a reply is never looked at, so what
 * is kept of it is small: a tree of Jackson's takes more than twice the memory, and replies are most of what a lookup
 * takes.
 */
final class JsonTree {
    private final JsonParser in;
    private final byte[] bytes;
    private Object[] pending = new Object[32];
    private int count;
    /** Of the object that ended last. The next one often has the same, and shares them. */
    private String[] latestNames = {};

    private JsonTree(JsonParser in, byte[] bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /** What is there instead of a value. */
    enum Literal {
        NULL,
        MISSING
    }

    /** An object's members in their order. A name may come twice; the last one counts. */
    record Members(String[] names, Object[] values) {}

    /**
     * All of it, which must be one value; {@link Literal#MISSING} when there is none.
     *
     * @param bytes what is parsed, where texts may be found again; empty when that is no array of bytes
     */
    static Object read(JsonParser in, byte[] bytes) throws IOException {
        JsonToken first = in.nextToken();
        if (first == null) {
            return Literal.MISSING;
        }
        Object value = new JsonTree(in, bytes).value(first);
        if (in.nextToken() != null) {
            throw new JsonParseException(in, "more than one value");
        }
        return value;
    }

    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Literal.NULL;
            default -> throw new JsonParseException(in, "no value");
        };
    }

    /** Jackson checks a text as well when it is passed over. It tells where one begins in plain UTF-8 only. */
    private Object text() throws IOException {
        long begin = in.currentTokenLocation().getByteOffset();
        boolean there = begin >= 0 && begin < bytes.length && bytes[0] > 0 && bytes[(int) begin] == '"';
        return there ? new JsonText(bytes, (int) begin) : in.getText();
    }

    private Members members() throws IOException {
        int begin = count;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            push(in.currentName());
            push(value(in.nextToken()));
        }
        int size = (count - begin) / 2;
        Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            values[i] = pending[begin + 2 * i + 1];
        }
        Members members = new Members(names(begin, size), values);
        count = begin;
        return members;
    }

    private String[] names(int begin, int size) {
        boolean same = latestNames.length == size;
        for (int i = 0; same && i < size; i++) {
            same = latestNames[i].equals(pending[begin + 2 * i]);
        }
        if (!same) {
            String[] names = new String[size];
            for (int i = 0; i < size; i++) {
                names[i] = (String) pending[begin + 2 * i];
            }
            latestNames = names;
        }
        return latestNames;
    }

    private Object[] items() throws IOException {
        int begin = count;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            push(value(token));
        }
        Object[] items = Arrays.copyOfRange(pending, begin, count);
        count = begin;
        return items;
    }

    private void push(Object value) {
        if (count == pending.length) {
            pending = Arrays.copyOf(pending, 2 * count);
        }
        pending[count++] = value;
    }
}
