package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.DescriptorFormat;
import io.indago.host.HostConfig;
import io.indago.host.Outcome;
import io.indago.host.PluginHost;
import io.indago.host.PluginJar;
import io.indago.host.PluginProblem;
import io.indago.host.PluginState;
import io.indago.host.PluginStatus;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.toolkit.DescriptorPlugin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors in a plugins folder, on the real host. */
class DescriptorFolderTest {
    private static final String GOOD = """
            indago: 1
            id: %s
            title: Example
            types: [ipv4]
            request: {url: "https://api.example.com", path: "/ip/{value}"}
            report: {summary: .word}
            """;

    @TempDir
    private Path folder;

    private List<String> allowed = List.of();
    private DescriptorFormat format = DescriptorPlugin::read;

    @Test
    void answersFromAFileAlone() throws IOException {
        write("alone.yaml", GOOD.formatted("alone"));
        write("other.yml", GOOD.formatted("other"));

        try (PluginHost host = open()) {
            assertThat(host.problems()).isEmpty();
            assertThat(host.plugins())
                    .extracting(PluginStatus::name, PluginStatus::state)
                    .containsExactly(tuple("alone", PluginState.ACTIVE), tuple("other", PluginState.ACTIVE));
            assertThat(lookup(host, "alone").reason()).isEqualTo("hello");
            assertThat(lookup(host, "other").status()).isEqualTo(Status.HIT);
        }
    }

    @Test
    void saysWhatIsWrongWithOneAndTouchesNoOther() throws IOException {
        write("bad.yaml", GOOD.formatted("bad").replace("summary:", "sumary:") + "tpyes: [ipv4]\n");
        write("good.yaml", GOOD.formatted("good"));

        try (PluginHost host = open()) {
            assertThat(host.plugins().get(0).state()).isEqualTo(PluginState.REJECTED);
            assertThat(host.problems())
                    .extracting(PluginProblem::plugin, PluginProblem::message)
                    .containsExactly(
                            tuple("bad", "bad.yaml:6: report.sumary: no such field: did you mean summary?"),
                            tuple("bad", "bad.yaml:6: report.summary: is missing: The finding in a short sentence."),
                            tuple("bad", "bad.yaml:7: tpyes: no such field: did you mean types?"));
            assertThat(lookup(host, "good").reason()).isEqualTo("hello");
        }
    }

    @Test
    void answersFromAJarWithoutAClass() throws IOException {
        jar("two.jar", Map.of("META-INF/indago/a.yaml", GOOD.formatted("a"), "META-INF/indago/b.yaml", "indago: 7"));

        try (PluginHost host = open()) {
            PluginStatus plugin = host.plugins().get(0);
            assertThat(plugin.state()).isEqualTo(PluginState.ACTIVE);
            assertThat(plugin.version()).isEqualTo("7");
            assertThat(plugin.problems())
                    .extracting(PluginProblem::message)
                    .contains("b.yaml:1: indago: is '7', expected 1")
                    .allMatch(message -> message.startsWith("b.yaml:"));
            assertThat(lookup(host, "a").reason()).isEqualTo("hello");
        }
    }

    @Test
    void tellsOfARuntimeErrorWithItsField() throws IOException {
        write("odd.yaml", GOOD.formatted("odd").replace(".word", ".word | length"));

        try (PluginHost host = open()) {
            Outcome outcome = lookup(host, "odd");
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.reason()).isEqualTo("report.summary (odd.yaml:6) gave 5, expected a text or null");
        }
    }

    @Test
    void holdsFilesToTheAllowList() throws Exception {
        write("known.yaml", GOOD.formatted("known"));
        write("stranger.yaml", GOOD.formatted("stranger"));
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(GOOD.formatted("known").getBytes(StandardCharsets.UTF_8)));
        allowed = List.of(digest);

        try (PluginHost host = open()) {
            assertThat(host.plugins().get(0).jars()).containsExactly(new PluginJar("known.yaml", digest));
            assertThat(lookup(host, "known").reason()).isEqualTo("hello");
            assertThat(host.plugins().get(1).state()).isEqualTo(PluginState.REJECTED);
            assertThat(host.problems())
                    .singleElement()
                    .extracting(PluginProblem::message)
                    .asString()
                    .startsWith("stranger.yaml is not on the allow-list");
        }
    }

    @Test
    void survivesAFormatThatFails() throws IOException {
        write("any.yaml", GOOD.formatted("any"));
        format = (file, content, readers, problems) -> {
            throw new StackOverflowError();
        };
        try (PluginHost host = open()) {
            assertThat(host.problems())
                    .extracting(PluginProblem::message)
                    .singleElement()
                    .asString()
                    .startsWith("any.yaml can't be read: StackOverflowError");
        }
        format = DescriptorFormat.NONE;
        try (PluginHost host = open()) {
            assertThat(host.problems())
                    .extracting(PluginProblem::message)
                    .containsExactly("any.yaml: this hub reads no descriptors");
        }
    }

    private PluginHost open() {
        HostConfig config = new HostConfig(
                folder,
                allowed,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                format,
                Optional.empty(),
                folder.resolveSibling("data"),
                Clock.systemUTC());
        ScriptedPort port = new ScriptedPort();
        port.replying(call -> Reply.json("{\"word\": \"hello\"}"));
        return PluginHost.open(config, port);
    }

    private static Outcome lookup(PluginHost host, String id) {
        return host.providers().stream()
                .filter(provider -> provider.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(host.problems().toString()))
                .lookup(
                        Indicator.of(IndicatorType.IPV4, "203.0.113.9"),
                        Instant.now().plusSeconds(10),
                        "test")
                .result()
                .toCompletableFuture()
                .join()
                .outcome();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void jar(String name, Map<String, String> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
            jar.write("Manifest-Version: 1.0\nIndago-Api-Version: 1.2\nImplementation-Version: 7\n"
                    .getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
    }
}
