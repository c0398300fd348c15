package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process of ours. It is on a list on disk, so that {@code bench/run} finds it if we are killed. */
final class Child implements AutoCloseable {
    /** Nothing else of our environment is its business. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR");

    private static final long PROBE_MILLIS = 20;
    private static final long PATIENCE_SECONDS = 120;

    private final String name;
    private final Process process;
    private final Path log;
    private final long started = System.nanoTime();
    private final Thread killer;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        killer = new Thread(process::destroyForcibly, "killer-of-" + name);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** Starts it with that folder as its own, where its log is. */
    static Child start(String name, List<String> command, Path folder, Map<String, String> environment) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            Child child = new Child(name, builder.start(), log);
            Files.writeString(folder.resolve(child.process.pid() + ".pid"), name);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessFiles files() {
        return new ProcessFiles(process.pid());
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the URL answers 200; how long that took since the start. */
    Duration awaitReady(URI url) {
        while (true) {
            String answer = answer(url);
            if (answer.equals("200")) {
                return Duration.ofNanos(System.nanoTime() - started);
            }
            if (!process.isAlive() || System.nanoTime() - started > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException(
                        name + " does not get ready; " + url + " last: " + answer + "; its log is " + log);
            }
            Pause.millis(PROBE_MILLIS);
        }
    }

    private static String answer(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return Integer.toString(connection.getResponseCode());
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Asks it to end and waits; insists after a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // we are ending ourselves
        }
    }
}
