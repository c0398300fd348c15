package io.indago.testkit;

import io.indago.spi.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Bodies the real provider sent. They stay outside of the repository, since others wrote them: a test over them runs
 * with {@code -Dindago.samples=<folder>} and is reported as skipped without. The folder holds
 * {@code <provider>/<subject>-<case>.json}: {@code ip-hit-malicious.json}, {@code any-rate-limit.json}; or {@code .ldjson},
 * {@code .txt}.
 */
public final class RecordedBodies {
    private static final String FOLDER = "indago.samples";
    /** JSON, JSON by the line, and plain text. */
    private static final Pattern ENDING = Pattern.compile("\\.(json|ldjson|txt)$");

    private RecordedBodies() {}

    /**
     * A test for each of that provider's bodies. Where no folder is given, or it has none of the provider, one that is
     * reported as skipped.
     */
    public static Stream<DynamicTest> tests(String provider, ThrowingConsumer<Body> check) {
        String folder = System.getProperty(FOLDER, "");
        // Maven hands the literal on where nobody sets it
        if (folder.isBlank() || folder.startsWith("${")) {
            return skipped("no -D" + FOLDER + "=<folder>");
        }
        Path bodies = Path.of(folder).resolve(provider);
        return Files.isDirectory(bodies)
                ? read(bodies).stream().map(body -> DynamicTest.dynamicTest(body.name(), () -> check.accept(body)))
                : skipped("no " + bodies);
    }

    private static Stream<DynamicTest> skipped(String reason) {
        return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }

    private static List<Body> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDING.matcher(file.toString()).find())
                    .sorted()
                    .map(RecordedBodies::body)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Body body(Path file) {
        try {
            return new Body(ENDING.matcher(file.getFileName().toString()).replaceFirst(""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of them.
     *
     * @param name the file's, without its ending
     */
    public record Body(String name, String text) {

        /** What was asked about: {@code ip} of {@code ip-hit-malicious}. */
        public String subject() {
            return name.split("-", 2)[0];
        }

        /**
         * The status it came with, as its name tells.
         *
         * @param ofAMiss how the provider says that it doesn't know an indicator: 404, or 200 for many
         */
        public int status(int ofAMiss) {
            if (says("rate-limit|quota")) {
                return 429;
            }
            if (says("unauthorised|no-key|badkey|unknown-key|token")) {
                return 401;
            }
            if (says("forbidden")) {
                return 403;
            }
            if (says("unavailable|transient")) {
                return 503;
            }
            if (says("error")) {
                return 400;
            }
            return says("miss") ? ofAMiss : 200;
        }

        /** The whole reply; for {@code ofAMiss} see {@link #status}. */
        public HttpReply reply(int ofAMiss) {
            return Reply.of(status(ofAMiss), Map.of("content-type", "application/json"), text);
        }

        private boolean says(String words) {
            return Pattern.compile("-(" + words + ")").matcher(name).find();
        }
    }
}
