package io.indago.host;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the ways to end the process out of a plugin's class: its calls of {@code System.exit}, {@code Runtime.exit} and
 * {@code Runtime.halt} name a method that does not exist, so that they fail with a {@link NoSuchMethodError} that says
 * why. Only the constant pool changes (JVM specification 4.4). This prevents accidents, in libraries above all; who uses
 * reflection or native code gets around it.
 */
final class ProcessExit {
    /** What the method that does not exist is called. */
    static final String REFUSED = "exit_is_not_for_plugins";

    private static final int MAGIC = 0xCAFEBABE;
    private static final int COUNT_AT = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final Set<String> EXITS =
            Set.of("java/lang/System.exit(I)V", "java/lang/Runtime.exit(I)V", "java/lang/Runtime.halt(I)V");

    private final ByteBuffer file;
    private final int[] at;
    private final int end;

    private ProcessExit(byte[] classFile) {
        file = ByteBuffer.wrap(classFile);
        at = new int[count()];
        int next = COUNT_AT + 2;
        for (int i = 1; i < at.length; i++) {
            at[i] = next;
            int tag = tag(i);
            next += size(i);
            if (tag == LONG || tag == DOUBLE) {
                i++; // takes two entries
            }
        }
        end = next;
    }

    /** The class without its ways out; empty when it has none, or is no class. */
    static Optional<byte[]> removedFrom(byte[] classFile) {
        try {
            return classFile.length > COUNT_AT + 2 && ByteBuffer.wrap(classFile).getInt() == MAGIC
                    ? new ProcessExit(classFile.clone()).removed()
                    : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
            return Optional.empty(); // the JVM says so better
        }
    }

    private Optional<byte[]> removed() {
        Set<Integer> exits = new TreeSet<>();
        for (int i = 1; i < at.length; i++) {
            if (at[i] != 0 && tag(i) == METHOD && EXITS.contains(method(i))) {
                exits.add(i);
            }
        }
        // Two more entries for each descriptor would do; all of them have the same
        return exits.isEmpty() || at.length + 2 > 0xFFFF ? Optional.empty() : Optional.of(renamed(exits));
    }

    private byte[] renamed(Set<Integer> exits) {
        int name = at.length;
        int descriptor = second(second(exits.iterator().next()));
        exits.forEach(exit -> file.putShort(at[exit] + 3, (short) (name + 1)));
        file.putShort(COUNT_AT, (short) (at.length + 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.capacity() + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(file.array(), 0, end);
            out.writeByte(UTF8);
            out.writeUTF(REFUSED);
            out.writeByte(NAME_AND_TYPE);
            out.writeShort(name);
            out.writeShort(descriptor);
            out.write(file.array(), end, file.capacity() - end);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** {@code java/lang/System.exit(I)V}. */
    private String method(int entry) {
        int nameAndType = second(entry);
        return tag(first(entry)) == CLASS && tag(nameAndType) == NAME_AND_TYPE
                ? text(first(first(entry))) + "." + text(first(nameAndType)) + text(second(nameAndType))
                : "";
    }

    private int count() {
        return Short.toUnsignedInt(file.getShort(COUNT_AT));
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

    private String text(int entry) {
        return new String(file.array(), at[entry] + 3, first(entry), StandardCharsets.UTF_8);
    }

    private int size(int entry) {
        return switch (tag(entry)) {
            case UTF8 -> 3 + first(entry);
            case LONG, DOUBLE -> 9;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 15 -> 4;
            case CLASS, 8, 16, 19, 20 -> 3;
            default -> throw new IllegalArgumentException("no constant has the tag " + tag(entry));
        };
    }
}
