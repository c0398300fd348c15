package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessExitTest {

    /** Ways out, among constants that take two entries. */
    public static final class Ways {
        static final long LONG = 0x123456789AL;
        static final double DOUBLE = 3.14159;

        private Ways() {}

        public static void system() {
            System.exit(7);
        }

        public static void runtime() {
            Runtime.getRuntime().exit((int) (LONG * 2));
        }

        public static void halt() {
            Runtime.getRuntime().halt((int) (DOUBLE * 2));
        }

        public static void reference() {
            IntConsumer exit = System::exit;
            exit.accept(7);
        }

        public static String other() {
            return "exit(I)V " + LONG + DOUBLE + "\u0000\u00e4\uD83D\uDE00" + System.lineSeparator();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "runtime", "halt", "reference"})
    void takesEachWayOut(String way) throws Exception {
        Class<?> changed = defined(ProcessExit.removedFrom(bytes(Ways.class)).orElseThrow());

        assertThatThrownBy(() -> changed.getMethod(way).invoke(null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NoSuchMethodError.class)
                .hasMessageContaining("exit_is_not_for_plugins");
        assertThat(changed.getMethod("other").invoke(null)).isEqualTo(Ways.other());
    }

    @Test
    void leavesOtherClassesAlone() throws IOException {
        assertThat(ProcessExit.removedFrom(bytes(ProcessExitTest.class))).isEmpty();
        assertThat(ProcessExit.removedFrom(bytes(String.class))).isEmpty();
    }

    @Test
    void changesNothingButTheConstants() throws IOException {
        byte[] before = bytes(Ways.class);
        byte[] after = ProcessExit.removedFrom(before.clone()).orElseThrow();

        int added = 3 + ProcessExit.REFUSED.length() + 5;
        assertThat(after).hasSize(before.length + added);
        int tail = 200; // of methods and attributes
        assertThat(Arrays.equals(after, after.length - tail, after.length, before, before.length - tail, before.length))
                .isTrue();
        assertThat(ProcessExit.removedFrom(after)).as("once changed").isEmpty();
    }

    @Test
    void leavesWhatIsNoClassToTheJvm() throws IOException {
        assertThat(ProcessExit.removedFrom(new byte[0])).isEmpty();
        assertThat(ProcessExit.removedFrom("no class at all".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        byte[] whole = bytes(Ways.class);
        for (int length = 0; length < 400; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(ProcessExit.removedFrom(cut)).isEqualTo(Optional.empty());
        }
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Class<?> defined(byte[] bytes) {
        return new ClassLoader(ProcessExitTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(Ways.class.getName(), bytes, 0, bytes.length);
            }
        }.define();
    }
}
