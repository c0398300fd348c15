package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a protobuf message, as <a href="https://protobuf.dev/programming-guides/encoding/">it is sent</a>. The
 * library that reads the rest of protobuf is larger than all of this plugin.
 */
record ProtobufField(int number, WireType type, long value, byte[] bytes) {
    private static final int LONGEST_VARINT = 10;

    enum WireType {
        VARINT,
        FIXED64,
        LENGTH_DELIMITED,
        START_GROUP,
        END_GROUP,
        FIXED32
    }

    /** @throws ProviderException when that is no message */
    static List<ProtobufField> all(byte[] message) {
        List<ProtobufField> fields = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        try {
            while (in.hasRemaining()) {
                fields.add(next(in));
            }
        } catch (BufferUnderflowException e) {
            throw unreadable("ends in the middle of a field");
        }
        return fields;
    }

    private static ProtobufField next(ByteBuffer in) {
        long tag = varint(in);
        int type = (int) (tag & 7);
        if (tag >>> 3 == 0 || tag >>> 32 != 0 || type >= WireType.values().length) {
            throw unreadable("has a field of no known kind");
        }
        int number = (int) (tag >>> 3);
        WireType wireType = WireType.values()[type];
        return switch (wireType) {
            case VARINT -> new ProtobufField(number, wireType, varint(in), new byte[0]);
            case FIXED64 -> new ProtobufField(number, wireType, in.getLong(), new byte[0]);
            case FIXED32 -> new ProtobufField(number, wireType, in.getInt(), new byte[0]);
            case LENGTH_DELIMITED -> new ProtobufField(number, wireType, 0, bytes(in));
            case START_GROUP, END_GROUP -> throw unreadable("has a field of a kind that is no longer used");
        };
    }

    private static byte[] bytes(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte next = in.get();
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw unreadable("has a number without an end");
    }

    /** What a string or a message consists of. */
    @Override
    public byte[] bytes() {
        if (type != WireType.LENGTH_DELIMITED) {
            throw unreadable("has a number where a text or a message was expected");
        }
        return bytes;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Of a repeated number, which is sent one by one or packed together. */
    List<Long> numbers() {
        if (type == WireType.VARINT) {
            return List.of(value);
        }
        List<Long> numbers = new ArrayList<>();
        ByteBuffer packed = ByteBuffer.wrap(bytes());
        try {
            while (packed.hasRemaining()) {
                numbers.add(varint(packed));
            }
        } catch (BufferUnderflowException e) {
            throw unreadable("ends in the middle of a number");
        }
        return numbers;
    }

    private static ProviderException unreadable(String problem) {
        return ProviderException.of(ErrorKind.BAD_REPLY, "Google's reply is unreadable protobuf: it " + problem);
    }
}
