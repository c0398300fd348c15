package io.indago.local;

import java.nio.file.Path;

/** A launcher for the tests to kill: starts a stack and waits. */
final class AbandonedStack {

    private AbandonedStack() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path state = Path.of(arguments[0]);
        LocalStack.start(LocalStackConfig.in(state, state.resolve("plugins")));
        System.out.println("started");
        Thread.sleep(Long.MAX_VALUE);
    }
}
