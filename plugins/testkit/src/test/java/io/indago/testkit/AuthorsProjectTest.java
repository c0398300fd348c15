package io.indago.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin as somebody else writes it, in a project with the test kit and the plugin API alone: the examples of this
 * package's documentation, which compile and hold.
 */
class AuthorsProjectTest {
    private static final Path DOCUMENTED = Path.of("src/main/java/io/indago/testkit");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?) \\* }</pre>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+) (?:extends|implements)");
    /** What no author has: these tests, and what they alone need. */
    private static final Pattern OURS = Pattern.compile(".*(test-classes|junit-platform-testkit).*");

    private static final String IMPORTS = """
            package com.example;

            import io.indago.spi.*;
            import io.indago.testkit.*;
            import java.util.*;

            """;
    private static final String BUILD_TOOL = """
            package com.example;

            import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

            import java.io.*;
            import org.junit.platform.launcher.core.*;
            import org.junit.platform.launcher.listeners.*;

            public class BuildTool implements java.util.concurrent.Callable<String> {
                @Override
                public String call() {
                    SummaryGeneratingListener listener = new SummaryGeneratingListener();
                    LauncherFactory.create()
                            .execute(
                                    LauncherDiscoveryRequestBuilder.request()
                                            .selectors(
                                                    selectClass("com.example.ExampleContractTest"),
                                                    selectClass("com.example.ExampleConnectorContractTest"))
                                            .build(),
                                    listener);
                    StringWriter failures = new StringWriter();
                    TestExecutionSummary summary = listener.getSummary();
                    summary.printFailuresTo(new PrintWriter(failures));
                    return summary.getTestsSucceededCount() + " of " + summary.getTestsFoundCount() + " hold" + failures;
                }
            }
            """;

    @TempDir
    private Path project;

    @Test
    void needsTheTestKitAndThePluginApiAlone() throws Exception {
        Path classes = Files.createDirectories(project.resolve("classes"));
        Path tests = Files.createDirectories(project.resolve("tests"));
        compile(List.of(example("package-info.java")), classes, List.of());
        compile(
                List.of(
                        example("ProviderContractTest.java"),
                        example("ConnectorContractTest.java"),
                        source("BuildTool", BUILD_TOOL)),
                tests,
                List.of(classes));
        // apart from the classes, as some build tools have them
        Path resources = project.resolve("resources");
        write(resources.resolve("META-INF/services/io.indago.spi.Plugin"), "com.example.ExamplePlugin\n");
        write(resources.resolve("fixtures/hit.json"), "{\"score\": 87}");

        int clauses = ContractRun.clauses(ProviderContractTest.class).size()
                + ContractRun.clauses(ConnectorContractTest.class).size();
        int furtherCases = 1 + 2;
        assertThat(tested(List.of(tests, classes, resources))).isEqualTo("%1$d of %1$d hold", clauses + furtherCases);
    }

    /** The example in that file's documentation. */
    private Path example(String documented) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(DOCUMENTED.resolve(documented)));
        assertThat(example.find()).as("an example in %s", documented).isTrue();
        String code = example.group(1).replaceAll("(?m)^ \\* ?", "");
        Matcher name = CLASS.matcher(code);
        assertThat(name.find()).as("a class in the example").isTrue();
        return source(name.group(1), IMPORTS + code);
    }

    private Path source(String name, String code) throws IOException {
        Path source = project.resolve("sources/" + name + ".java");
        write(source, code);
        return source;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void compile(List<Path> sources, Path to, List<Path> others) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        String classPath = classPath(others).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-proc:none", "-d", to.toString(), "-cp", classPath),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as("%s", complaints).isTrue();
        }
    }

    /** Runs the tests as a build tool does, which brings JUnit's launcher; nothing of this test's loader is seen. */
    private static String tested(List<Path> own) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        URL[] urls = classPath(own).map(AuthorsProjectTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Object tool = loader.loadClass("com.example.BuildTool")
                    .getDeclaredConstructor()
                    .newInstance();
            return (String) ((Callable<?>) tool).call();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private static Stream<Path> classPath(List<Path> own) {
        Stream<Path> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OURS.matcher(entry).matches())
                .map(Path::of);
        return Stream.concat(own.stream(), others);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
