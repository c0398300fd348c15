package io.indago.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes the ways to end the process out of a plugin's class: its calls of {@code System.exit}, {@code Runtime.exit} and
 * {@code Runtime.halt} name a method that does not exist, so that they fail with a {@link NoSuchMethodError} that says
 * why. Only the constant pool changes (JVM specification 4.4). Isolation prevents accidents, not attacks: reflection,
 * native code and Java agents get around it.
 */
final class ProcessExit {
    /** What the method that does not exist is called. */
    static final String REFUSED = "exit_is_not_for_plugins";

    private static final int MAGIC = 0xCAFEBABE;
    private static final int COUNT_AT = 8;
    private static final int MOST_CONSTANTS = 0xFFFF;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final Set<String> EXITS =
            Set.of("java/lang/System.exit(I)V", "java/lang/Runtime.exit(I)V", "java/lang/Runtime.halt(I)V");

    private final ByteBuffer file;
    /** Where each constant begins; 0 for the second half of a long or double. */
    private final int[] at;
    /** Where the constants end. */
    private final int end;

    private ProcessExit(byte[] classFile) {
        file = ByteBuffer.wrap(classFile);
        at = new int[Short.toUnsignedInt(file.getShort(COUNT_AT))];
        int next = COUNT_AT + 2;
        for (int i = 1; i < at.length; i++) {
            at[i] = next;
            next += size(i);
            if (tag(i) == LONG || tag(i) == DOUBLE) {
                i++;
            }
        }
        end = next;
    }

    /** The class without its ways out; empty when it has none, or is no class. */
    static Optional<byte[]> removedFrom(byte[] classFile) {
        try {
            return ByteBuffer.wrap(classFile).getInt(0) == MAGIC
                    ? new ProcessExit(classFile.clone()).removed()
                    : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
            return Optional.empty(); // the JVM says so better
        }
    }

    private Optional<byte[]> removed() {
        int[] exits = IntStream.range(1, at.length)
                .filter(i -> at[i] != 0 && tag(i) == METHOD && EXITS.contains(method(i)))
                .toArray();
        // A class that has no room for two more constants was not written by accident
        return exits.length == 0 || at.length + 2 > MOST_CONSTANTS ? Optional.empty() : Optional.of(renamed(exits));
    }

    private byte[] renamed(int[] exits) {
        byte[] name = REFUSED.getBytes(StandardCharsets.US_ASCII);
        int descriptor = second(second(exits[0])); // all have the same
        for (int exit : exits) {
            file.putShort(at[exit] + 3, (short) (at.length + 1));
        }
        file.putShort(COUNT_AT, (short) (at.length + 2));
        return ByteBuffer.allocate(file.capacity() + 3 + name.length + 5)
                .put(file.array(), 0, end)
                .put((byte) UTF8)
                .putShort((short) name.length)
                .put(name)
                .put((byte) NAME_AND_TYPE)
                .putShort((short) at.length)
                .putShort((short) descriptor)
                .put(file.array(), end, file.capacity() - end)
                .array();
    }

    /** {@code java/lang/System.exit(I)V}. */
    private String method(int entry) {
        int nameAndType = second(entry);
        return text(first(first(entry))) + "." + text(first(nameAndType)) + text(second(nameAndType));
    }

    private int tag(int entry) {
        return file.get(at[entry]);
    }

    private int first(int entry) {
        return Short.toUnsignedInt(file.getShort(at[entry] + 1));
    }

    private int second(int entry) {
        return Short.toUnsignedInt(file.getShort(at[entry] + 3));
    }

    /** Modified UTF-8, in which what is sought here is the same. */
    private String text(int entry) {
        return new String(file.array(), at[entry] + 3, first(entry), StandardCharsets.UTF_8);
    }

    private int size(int entry) {
        return switch (tag(entry)) {
            case UTF8 -> 3 + first(entry);
            case LONG, DOUBLE -> 9;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 15 -> 4;
            case 7, 8, 16, 19, 20 -> 3;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag(entry));
        };
    }
}
