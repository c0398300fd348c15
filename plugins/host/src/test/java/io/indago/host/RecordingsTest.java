package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are recorded and which replayed. */
class RecordingsTest {
    private final ScriptedHost host = new ScriptedHost()
            .declaring(spec ->
                    spec.config(Setting.secret("api-key", "Key").required(), Setting.text("user-name", "Who asks")))
            .looking((config, context, it) -> Step.call(
                    HttpCall.get("https://api.example.com/v1", "x").query("k", config.secret("api-key")),
                    reply -> Step.done(ScriptedHost.hit(reply.text()))));

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "auto, OFF, LIVE",
        "live, OFF, LIVE",
        "record, OFF, RECORD",
        "auto, RECORD, RECORD",
        "live, RECORD, RECORD",
        "replay, OFF, REPLAY",
        "replay, RECORD, REPLAY",
        "auto, REPLAY, REPLAY",
        "live, REPLAY, REPLAY",
        "sandbox, RECORD, SANDBOX",
        "sandbox, REPLAY, REPLAY",
        "record, REPLAY, REPLAY"
    })
    void aReplayOfAllGoesBeforeEverythingAndTheSandboxIsNeverRecorded(
            String mode, Recordings.Mode all, Traffic expected) {
        host.sandboxed("http://127.0.0.1:8099")
                .recordedIn(new Fake(all))
                .with("api-key", "a-real-key")
                .with("mode", mode);

        assertThat(host.provider().traffic()).isEqualTo(expected);
    }

    @Test
    void recordsWhatIsRealAndHandsOverWhatToTakeOut() {
        host.recordedIn(new Fake(Recordings.Mode.OFF))
                .with("mode", "record")
                .with("api-key", "a-real-key")
                .with("user-name", "alice");

        assertThat(host.outcome().reason()).isEqualTo("hello");
        assertThat(host.provider().sandbox()).isFalse();
        assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.uri())
                .hasToString("https://api.example.com/v1/x?k=a-real-key"));
        assertThat(Fake.scrubbed("a-real-key of alice")).isEqualTo("SCRUBBED of SCRUBBED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-real-key"})
    void replaysWithoutCallAndWithoutCredential(String key) {
        host.recordedIn(new Fake(Recordings.Mode.REPLAY));
        if (!key.isEmpty()) {
            host.with("api-key", key);
        }

        assertThat(host.outcome().reason()).isEqualTo("replayed https://api.example.com/v1/x?k=SCRUBBED");
        assertThat(host.calls()).isEmpty();
        assertThat(host.result().calls()).isZero();
        assertThat(host.provider().sandbox()).isTrue();
        assertThat(host.provider().credential()).isEmpty();
    }

    @Test
    void aCallWithoutARecordingIsSkippedWithTheReason() {
        host.recordedIn(new Fake(Recordings.Mode.REPLAY))
                .looking((config, context, it) -> Step.call(
                        HttpCall.get("https://api.example.com/missing"), reply -> Step.done(ScriptedHost.hit("?"))));

        assertThat(host.outcome().status()).isEqualTo(Status.SKIPPED);
        assertThat(host.outcome().reason()).isEqualTo("no recording of it");
    }

    @Test
    void saysThatThereIsNoFolder() {
        host.with("mode", "replay").with("api-key", "a-real-key");

        assertThat(host.provider().unavailable())
                .contains("not configured: its mode is replay, but the hub has no folder for recordings");
    }

    @Test
    void whatGoesWrongWithRecordingsIsAProblem() {
        PluginHost open = host.recordedIn(new Fake(Recordings.Mode.RECORD)).open();

        assertThat(open.problems()).anySatisfy(problem -> {
            assertThat(problem.plugin()).isEmpty();
            assertThat(problem.message()).isEqualTo("the disk is full");
        });
    }

    private record Fake(Mode mode) implements Recordings {
        private static volatile Scrubber last = new Scrubber(List.of());

        static String scrubbed(String text) {
            return last.scrub(text);
        }

        @Override
        public List<String> problems() {
            return List.of("the disk is full");
        }

        @Override
        public HttpPort recording(HttpPort http, Scrubber scrubber) {
            last = scrubber;
            return http;
        }

        @Override
        public HttpPort replaying(Scrubber scrubber) {
            return (provider, call, limits) -> call.uri().getPath().equals("/missing")
                    ? CompletableFuture.failedStage(
                            new HttpFailure(HttpFailure.Kind.NOT_RECORDED, "no recording of it"))
                    : CompletableFuture.completedStage(FakeReply.of(200, "replayed " + call.uri()));
        }
    }
}
