package io.indago.routes.recording;

import java.util.concurrent.ThreadFactory;

/** A thread that does not keep the process alive. */
final class DaemonThread {
    private DaemonThread() {}

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
