package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the tutorial: its files, in the project it begins with, built as their author builds them. */
class TutorialIT {
    private static final Checkout CHECKOUT =
            new Checkout(Path.of("../..").toAbsolutePath().normalize());

    private static final String DESCRIBED = "Descriptor.named(\"my-abuseipdb.yaml\").plugin()";

    @TempDir
    private Path folder;

    @Test
    void buildsTheProviderInYamlThenInJava() throws Exception {
        TutorialPage page = TutorialPage.of("write-a-provider.md");
        Path project = folder.resolve("my-abuseipdb");
        new PluginProject(project, Naming.of("my-abuseipdb"), Kind.descriptor).create(CHECKOUT);
        AuthorsMaven maven = new AuthorsMaven();

        page.write("file", project);
        maven.run(project, "verify");

        Files.delete(project.resolve("src/main/resources/META-INF/indago/my-abuseipdb.yaml"));
        for (String test : List.of("MyAbuseipdbReportTest", "SandboxTest")) {
            Path source =
                    project.resolve("src/test/java/com/example/myabuseipdb").resolve(test + ".java");
            String described = Files.readString(source);
            assertThat(described).contains(DESCRIBED);
            Files.writeString(source, described.replace(DESCRIBED, "new MyAbuseipdbPlugin()"));
        }
        page.write("java", project);
        maven.run(project, "clean", "verify");
    }
}
