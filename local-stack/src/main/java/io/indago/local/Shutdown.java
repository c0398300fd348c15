package io.indago.local;

import static java.util.Objects.requireNonNull;

/** Stops the hub, which may still have something to write, and then what it writes to. */
final class Shutdown implements Runnable {

    private final LocalStack stack;
    private final HubPart hub;
    private final Runnable farewell;
    private final StackListener listener;
    private volatile boolean underWay;

    /** @param farewell says that the launcher needs no looking for any more */
    Shutdown(LocalStack stack, HubPart hub, Runnable farewell, StackListener listener) {
        this.stack = requireNonNull(stack);
        this.hub = requireNonNull(hub);
        this.farewell = requireNonNull(farewell);
        this.listener = requireNonNull(listener);
    }

    boolean isUnderWay() {
        return underWay;
    }

    @Override
    public void run() {
        underWay = true;
        listener.step("stopping");
        hub.stop();
        try {
            farewell.run();
        } finally {
            stack.close();
        }
        listener.step("stopped");
    }
}
