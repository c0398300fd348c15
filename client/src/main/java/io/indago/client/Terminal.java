package io.indago.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The streams of the process and what they can show.
 *
 * @param interactive those with a person at the other end
 */
record Terminal(Display display, InputStream in, PrintStream out, PrintStream err, Set<StandardStream> interactive) {

    Terminal {
        interactive = Set.copyOf(interactive);
    }

    /** The process's own. What a display without Unicode gets is ASCII, so that UTF-8 is right for both. */
    static Terminal ofProcess(Map<String, String> environment) throws InterruptedException {
        Set<StandardStream> interactive = EnumSet.noneOf(StandardStream.class);
        for (StandardStream stream : StandardStream.values()) {
            if (stream.isTerminal()) {
                interactive.add(stream);
            }
        }
        return new Terminal(
                Display.of(environment, interactive.contains(StandardStream.OUT), charset()),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                interactive);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Since Java 19 there is one property for it; before, {@code System.out} knew but did not tell. */
    private static Charset charset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .findFirst()
                .orElse(StandardCharsets.US_ASCII);
    }

    boolean isInteractive(StandardStream stream) {
        return interactive.contains(stream);
    }

    /** Writes lines whose hostile parts were made safe already. */
    void print(String lines) {
        out.print(lines);
        out.flush();
    }

    /** Whether whoever read our output is gone, as {@code head} is when it has enough. */
    boolean isAbandoned() {
        return out.checkError();
    }

    /** Tells a person something beside the result. */
    void tell(String sentence) {
        err.println(display.safe(sentence));
        err.flush();
    }
}
