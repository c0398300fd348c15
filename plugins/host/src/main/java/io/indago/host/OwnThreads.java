package io.indago.host;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The platform threads a plugin has started by itself: they are of a class of its own, or took its class loader from the
 * thread that started them, and are not the host's.
 */
final class OwnThreads {
    private static final int NAMED = 3;

    private OwnThreads() {}

    /** What to say of them; empty when there is none, or the loader is not the plugin's alone. */
    static Optional<String> complaint(ClassLoader loader) {
        if (!(loader instanceof PluginClassLoader)) {
            return Optional.empty();
        }
        List<String> names = all().filter(thread -> !(thread instanceof PluginThread))
                .filter(thread -> thread.getContextClassLoader() == loader
                        || thread.getClass().getClassLoader() == loader)
                .map(Thread::getName)
                .sorted()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("it has started threads of its own, and " + names.size() + " run: "
                        + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? ", …" : "")
                        + ": a plugin starts no threads: use PluginContext.executor()");
    }

    /** Without stopping them to look, as their stack traces would. */
    private static Stream<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        return Stream.of(threads).limit(root.enumerate(threads));
    }
}
