package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, whose home is a folder of the test. */
final class ClientProcess implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    ClientProcess(Path home, Map<String, String> environment, String... arguments) throws IOException {
        out = Files.createTempFile(home, "client", ".out");
        err = Files.createTempFile(home, "client", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.indago.client.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("INDAGO_STATE", home.resolve("none").toString());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    int exit() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(errors()).isTrue();
        return process.exitValue();
    }

    String output() {
        return read(out);
    }

    String errors() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "unreadable: " + unreadable;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
