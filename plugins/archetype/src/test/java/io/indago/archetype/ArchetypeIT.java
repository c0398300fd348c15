package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New projects, built as their authors build them: outside the checkout, by Maven, offline. */
class ArchetypeIT {
    private static final Checkout CHECKOUT =
            new Checkout(Path.of("../..").toAbsolutePath().normalize());
    private static final Pattern TESTS = Pattern.compile("<testsuite [^>]*\\btests=\"(\\d+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void makesAProjectThatIsGreenAtOnce(Kind kind) throws Exception {
        Path project = folder.resolve("a plugin");
        new PluginProject(project, new Naming("acme-2", "org.acme.intel"), kind).create(CHECKOUT);

        new AuthorsMaven().run(project, "verify");

        assertThat(tests(project)).as("tests that ran").isGreaterThan(25);
        try (JarFile jar = new JarFile(project.resolve("target/acme-2.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Indago-Api-Version"))
                    .isEqualTo(Checkout.apiVersion());
            assertThat(jar.stream()).noneMatch(entry -> entry.getName().startsWith("io/indago/"));
        }
    }

    private static int tests(Path project) throws IOException {
        Path report = project.resolve("target/surefire-reports/TEST-org.acme.intel.Acme2ContractTest.xml");
        Matcher tests = TESTS.matcher(Files.readString(report));
        assertThat(tests.find()).as("a report in %s", report).isTrue();
        return Integer.parseInt(tests.group(1));
    }
}
