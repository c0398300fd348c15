package io.indago.testkit;

import io.indago.spi.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Bodies the real provider sent. They stay outside of the repository, since others wrote them: a test over them runs
 * with {@code -Dindago.samples=<folder>} and is reported as skipped without. The folder, see {@link RecordedFolder}, holds
 * {@code <provider>/<subject>-<case>.json}: {@code ip-hit-malicious.json}, {@code any-rate-limit.json}; or {@code .ldjson},
 * {@code .txt}, {@code .html}.
 */
public final class RecordedBodies {
    private RecordedBodies() {}

    /**
     * A test for each of that provider's bodies. Where no folder is given, or it has none of the provider, one that is
     * reported as skipped.
     */
    public static Stream<DynamicTest> tests(String provider, ThrowingConsumer<Body> check) {
        Optional<RecordedFolder> folder = RecordedFolder.given();
        if (folder.isEmpty()) {
            return skipped("no -D" + RecordedFolder.PROPERTY + "=<folder>");
        }
        List<Body> bodies = folder.get().bodies(provider);
        return bodies.isEmpty()
                ? skipped("no body of " + provider)
                : bodies.stream().map(body -> DynamicTest.dynamicTest(body.name(), () -> check.accept(body)));
    }

    private static Stream<DynamicTest> skipped(String reason) {
        return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }

    /**
     * One of them.
     *
     * @param name the file's, without its ending
     * @param recordedStatus the status it came with, where the folder's table says it
     */
    public record Body(String name, String text, OptionalInt recordedStatus) {

        /** What was asked about: {@code ip} of {@code ip-hit-malicious}. */
        public String subject() {
            return name.split("-", 2)[0];
        }

        /**
         * The status it came with, as the folder's table says, or else its name.
         *
         * @param ofAMiss how the provider says that it doesn't know an indicator: 404, or 200 for many
         */
        public int status(int ofAMiss) {
            return recordedStatus.orElseGet(() -> statusOfName(ofAMiss));
        }

        private int statusOfName(int ofAMiss) {
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
