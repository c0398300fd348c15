package io.indago.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What anybody prints or logs through the JDK while it is open; printed after all when it is closed. */
final class Printed extends Handler implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream kept = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Logger root = Logger.getLogger("");
    private final StringBuffer logged = new StringBuffer();

    Printed() {
        setFormatter(new SimpleFormatter());
        System.setOut(kept);
        System.setErr(kept);
        root.addHandler(this);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8) + logged;
    }

    @Override
    public void publish(LogRecord line) {
        logged.append(getFormatter().format(line));
    }

    @Override
    public void flush() {
        kept.flush();
    }

    @Override
    public void close() {
        root.removeHandler(this);
        System.setOut(out);
        System.setErr(err);
        out.print(bytes.toString(StandardCharsets.UTF_8));
    }
}
