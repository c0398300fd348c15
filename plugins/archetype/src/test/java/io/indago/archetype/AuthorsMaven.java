package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Maven as an author has it, offline: with a local repository of its own, so that nobody's is filled with what tests make,
 * and that of the build around it in the place of Maven Central.
 */
final class AuthorsMaven {
    private static final long PATIENCE_SECONDS = 120;
    /** Both machines, Maven's and its tests', are short-lived. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String SETTINGS = """
            <settings>
              <mirrors>
                <mirror>
                  <id>around</id>
                  <url>file://%s</url>
                  <mirrorOf>central</mirrorOf>
                </mirror>
              </mirrors>
            </settings>
            """;

    private final Path home = Path.of(System.getProperty("indago.maven.home"));
    private final Path repository = Path.of("target/authors-repository").toAbsolutePath();
    private final Path settings = Path.of("target/authors-settings.xml").toAbsolutePath();

    AuthorsMaven() throws IOException {
        Files.writeString(settings, SETTINGS.formatted(System.getProperty("indago.maven.repository")));
    }

    /** Runs that in the project, {@code verify} say, which is to go well. */
    void run(Path project, String... phases) throws IOException, InterruptedException {
        File log = project.resolve("build.log").toFile();
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "-o",
                "-q",
                "-B",
                "-Dstyle.color=never",
                "-s",
                settings.toString(),
                "-DargLine=" + QUICK,
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(phases));
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        // what a build around this one was told is not for it
        Map<String, String> environment = maven.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_"));
        environment.put("MAVEN_OPTS", QUICK);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Process process = maven.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("whether the build of %s ends", project)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("mvn %s in %s: %s", String.join(" ", phases), project, Files.readString(log.toPath()))
                .isZero();
    }
}
