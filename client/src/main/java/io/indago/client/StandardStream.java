package io.indago.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The three streams every process has, in the order of their descriptors. */
enum StandardStream {
    IN,
    OUT,
    ERR;

    /**
     * Whether a person is at its other end, not a file or another program. Java's own console tells this of two streams
     * at once only.
     */
    boolean isTerminal() throws InterruptedException {
        Path link = Path.of("/proc/self/fd/" + ordinal());
        try {
            if (Files.isSymbolicLink(link)) {
                String device = Files.readSymbolicLink(link).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            }
            return new ProcessBuilder("test", "-t", Integer.toString(ordinal()))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException neither) {
            return System.console() != null;
        }
    }
}
