package io.indago.host;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, where Java has them: this is written for an older one. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** Makes threads of that name, which inherit nothing of who makes them; empty before Java 21. */
    static Optional<ThreadFactory> named(String name) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            builder.getMethod("name", String.class).invoke(virtual, name);
            builder.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(virtual, false);
            return Optional.of((ThreadFactory) builder.getMethod("factory").invoke(virtual));
        } catch (ReflectiveOperationException | UnsupportedOperationException older) {
            return Optional.empty();
        }
    }
}
