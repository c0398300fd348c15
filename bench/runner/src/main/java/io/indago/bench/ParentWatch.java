package io.indago.bench;

import java.io.IOException;

/** Ends a child of the runner when the runner is gone, however it went: our standard input is a pipe from it. */
final class ParentWatch {
    private ParentWatch() {}

    static void start() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // nobody writes anything
                        }
                    } catch (IOException e) {
                        // as good as the end
                    }
                    System.exit(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    static void fail(Throwable problem) {
        problem.printStackTrace();
        System.exit(1);
    }
}
