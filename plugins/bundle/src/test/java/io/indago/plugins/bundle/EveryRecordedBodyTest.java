package io.indago.plugins.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.indago.host.Outcome;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.RecordedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every plugin, as it was built, over every body somebody recorded. What is expected is read from the bodies a second
 * time, as {@code recorded-bodies.yaml} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRecordedBodyTest {
    private static final Pattern CLAIM = Pattern.compile("RecordedBodies\\s*\\.tests\\(\\s*\"([a-z0-9-]+)\"");

    private final Expectations expectations = Expectations.load();
    private final Tally tally = new Tally();

    @TempDir
    private Path temporary = Path.of("");

    @TestFactory
    Stream<DynamicNode> everyBodyIsReadAsWhatItIs() {
        RecordedFolder folder = folder();
        Bundle bundle = Bundle.load();
        return folder.providers().stream()
                .map(provider -> dynamicContainer(
                        provider,
                        folder.bodies(provider).stream()
                                .map(body -> dynamicTest(
                                        provider + "/" + body.name(), () -> check(bundle, provider, body)))));
    }

    private void check(Bundle bundle, String provider, Body body) throws IOException {
        tally.given(provider);
        try {
            compare(bundle, provider, body);
            tally.passed(provider);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(provider + "/" + body.name() + ": " + e.getMessage(), e);
        }
    }

    private void compare(Bundle bundle, String provider, Body body) throws IOException {
        Outcome outcome =
                expectations.asking(provider, body).ask(bundle, body, Files.createTempDirectory(temporary, "plugins"));
        tally.ended(provider, outcome.status());
        new Comparison(outcome, expectations.reading(provider), body).check();
    }

    @Test
    void everyBodyHasItsStatusInTheTable() {
        assertThat(folder().problems()).isEmpty();
    }

    /** A plugin's own test looks closer, at what only that provider has. */
    @Test
    void everyBodyIsReadByThePluginsOwnTestToo() {
        RecordedFolder folder = folder();
        Set<String> claimed = claimed();
        List<String> unclaimed = folder.providers().stream()
                .filter(provider -> !claimed.contains(provider))
                .flatMap(provider -> folder.bodies(provider).stream().map(body -> provider + "/" + body.name()))
                .toList();
        assertThat(unclaimed)
                .as("bodies no plugin's test reads with RecordedBodies.tests(\"<provider>\", …)")
                .isEmpty();
    }

    private static Set<String> claimed() {
        return Sources.test("RecordedBodiesTest.java").stream()
                .flatMap(file -> CLAIM.matcher(Sources.text(file)).results())
                .map(claim -> claim.group(1))
                .collect(Collectors.toSet());
    }

    private static RecordedFolder folder() {
        Assumptions.assumeTrue(RecordedFolder.given().isPresent(), "no -Dindago.samples=<folder>");
        return RecordedFolder.given().orElseThrow();
    }

    @AfterAll
    void printTheTable() {
        if (!tally.isEmpty()) {
            System.out.println(tally);
        }
    }
}
