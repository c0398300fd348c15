package io.indago.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java can't tell a process. */
enum Signal {
    STOP,
    CONT,
    HUP;

    void send(long pid) {
        try {
            int exit = new ProcessBuilder("sh", "-c", "kill -" + this + " " + pid)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("process " + pid + " can't be sent " + this);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a signal was sent", e);
        }
    }
}
