package io.indago.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");

    /** So that whoever has built the checkout has them, and needs no network. */
    @Test
    void usesTheMavenPluginsThatIndagoIsBuiltWith() throws IOException {
        Map<String, String> theirs =
                plugins(new Checkout(ROOT).template("common").resolve("pom.xml"));

        assertThat(theirs).containsKeys("maven-jar-plugin", "maven-surefire-plugin");
        assertThat(plugins(ROOT.resolve("pom.xml"))).containsAllEntriesOf(theirs);
    }

    private static Map<String, String> plugins(Path pom) throws IOException {
        Map<String, String> plugins = new TreeMap<>();
        Matcher plugin = PLUGIN.matcher(Files.readString(pom));
        while (plugin.find()) {
            plugins.put(plugin.group(1), plugin.group(2));
        }
        return plugins;
    }
}
