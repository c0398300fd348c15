package io.indago.host;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Threads a plugin has started by itself: those that inherited its class loader and are not the host's. */
final class OwnThreads {
    private static final int NAMED = 3;

    private OwnThreads() {}

    /** What to say of them; empty when there is none. */
    static Optional<String> complaint(ClassLoader loader) {
        List<Thread> threads = all().filter(
                        thread -> thread.getContextClassLoader() == loader && !(thread instanceof PluginThread))
                .toList();
        if (threads.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                threads.stream().limit(NAMED).map(Thread::getName).sorted().toList();
        return Optional.of("it has started threads of its own, and " + threads.size() + " run: " + names
                + ": a plugin starts none; give the work to PluginContext.executor()");
    }

    private static Stream<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        return Stream.of(threads).limit(root.enumerate(threads));
    }
}
