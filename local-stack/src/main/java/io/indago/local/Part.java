package io.indago.local;

import java.nio.file.Path;

/** One process of the stack. It keeps its port and its data however often it stops and starts. */
public interface Part {

    String name();

    /** Starts the process and returns when it answers; does nothing when it already runs. */
    void start();

    /** Stops it the way its makers want it stopped; does nothing when it does not run. */
    void stop();

    /** Kills it and its children at once (SIGKILL). */
    void kill();

    boolean isRunning();

    /** The process id, while it runs. */
    long pid();

    Path log();
}
