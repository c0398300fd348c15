package io.indago.routes.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Scrubber;
import io.indago.json.BufferedReply;
import io.indago.json.RecordedExchange;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final CleanCopy COPY = new CleanCopy(new Scrubber(List.of()));
    private static final RecordedCall CALL = call("https://api.example.com", "x");

    @TempDir
    private Path folder;

    private final Complaints complaints = new Complaints();

    @Test
    void replacesWhatThereWasWhenTheCallIsMadeInAnotherRun() throws IOException {
        try (Recorder recorder = recorder()) {
            for (int number = 1; number <= 3; number++) {
                recorder.record(CALL, number, reply("old " + number), COPY);
            }
            recorder.record(CALL, 1, reply("new"), COPY);
        }

        assertThat(files()).containsExactly(CALL.file(folder, 1));
        assertThat(RecordedExchange.read(Files.readAllBytes(files().get(0)))
                        .reply()
                        .text())
                .isEqualTo("new");
        assertThat(complaints.sentences()).isEmpty();
    }

    @Test
    void recordsNoReplyThatIsTooLong() throws IOException {
        try (Recorder recorder = recorder()) {
            recorder.record(CALL, 1, reply("x".repeat(Recorder.LONGEST_BODY)), COPY);
            recorder.record(CALL, 2, reply("x".repeat(Recorder.LONGEST_BODY + 1)), COPY);
        }

        assertThat(files()).containsExactly(CALL.file(folder, 1));
        assertThat(complaints.sentences()).containsExactly("some: replies longer than 1 MiB are not recorded");
    }

    @Test
    void dropsWhatItCantKeepUpWithAndSaysSoOnce() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        try (Recorder recorder = recorder()) {
            for (int number = 1; number <= 100; number++) {
                recorder.record(CALL, number, new SlowReply(free), COPY);
            }
            assertThat(complaints.sentences())
                    .containsExactly("replies come faster than " + folder + " takes them: some are not recorded");
            free.countDown();
        }

        assertThat(files()).hasSizeBetween(64, 66);
    }

    @Test
    void namesAreFitForEveryFileSystem() {
        for (String value : List.of(
                "..", "../../etc/passwd", "CON", "a:b|c*?<>\"\\", "\u0000", "x".repeat(5_000), ".hidden.", "ä")) {
            Path file = call("https://api.example.com", value).file(folder, 1);

            assertThat(file.normalize()).isEqualTo(file);
            assertThat(file.getParent()).isEqualTo(folder.resolve("some"));
            assertThat(file.getFileName().toString())
                    .matches("get-([a-z0-9.-]*-)?[0-9a-f]{16}-01\\.json")
                    .doesNotContain("..")
                    .hasSizeLessThan(100);
        }
    }

    @Test
    void tellsCallsApartByTheirBody() {
        HttpCall post = HttpCall.post("https://api.example.com");

        assertThat(RecordedCall.of("some", post.form(Map.of("hash", "a")), COPY).file(folder, 1))
                .isNotEqualTo(RecordedCall.of("some", post.form(Map.of("hash", "b")), COPY)
                        .file(folder, 1))
                .isEqualTo(RecordedCall.of("some", post.form(Map.of("hash", "a")), COPY)
                        .file(folder, 1));
    }

    private Recorder recorder() {
        return new Recorder(folder, Clock.systemUTC(), complaints);
    }

    private static RecordedCall call(String base, String segment) {
        return RecordedCall.of("some", HttpCall.get(base, segment), COPY);
    }

    private static HttpReply reply(String text) {
        return BufferedReply.of(200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Keeps the writer waiting. */
    private record SlowReply(CountDownLatch free) implements HttpReply {
        @Override
        public byte[] bytes() {
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public List<String> lines() {
            return List.of();
        }

        @Override
        public JsonView json() {
            throw new UnsupportedOperationException();
        }
    }
}
