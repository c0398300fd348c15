package io.indago.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The two streams of the process and what they can show. */
record Terminal(Display display, PrintStream out, PrintStream err) {

    /** The process's own. What a display without Unicode gets is ASCII, so that UTF-8 is right for both. */
    static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                Display.of(environment, System.console() != null, charset()),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err));
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

    /** Writes lines whose hostile parts were made safe already. */
    void print(String lines) {
        out.print(lines);
        out.flush();
    }

    /** Tells a person something beside the result. */
    void tell(String sentence) {
        err.println(display.safe(sentence));
        err.flush();
    }
}
