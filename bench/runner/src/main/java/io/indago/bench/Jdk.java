package io.indago.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A Java to measure on. */
record Jdk(Path home, String version) {

    static Jdk at(Path home) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(home + " is no JDK", e);
        }
        return new Jdk(home, release.getProperty("JAVA_VERSION").replace("\"", ""));
    }

    int feature() {
        return Integer.parseInt(version.split("[.+-]")[0]);
    }

    boolean hasVirtualThreads() {
        return feature() >= 21;
    }

    boolean hasCompactObjects() {
        return feature() >= 25;
    }

    /** Archives of classes that keep themselves up to date. */
    boolean hasAutomaticArchives() {
        return feature() >= 19;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
