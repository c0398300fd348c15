package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.HostedExtension.State;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that only name a secret, which is kept elsewhere and may change there, or be out of reach. */
class SecretReferencesTest {
    private static final String REFERENCE = "safe:indago/one#key";

    @TempDir
    private Path folder;

    private final Safe safe = new Safe();
    private final List<String> sent = new ArrayList<>();

    /** A safe that can be closed. */
    private static final class Safe implements SecretSource {
        private volatile Optional<String> content = Optional.of("first");
        private final List<String> asked = new ArrayList<>();

        @Override
        public String scheme() {
            return "safe";
        }

        @Override
        public String read(String name) throws UnreadableSecretException {
            asked.add(name);
            return content.orElseThrow(() -> new UnreadableSecretException("can't be read: the safe is closed"));
        }
    }

    @Test
    void areReadOnceAndSent() throws IOException {
        try (Scene scene = open(Map.of("key", REFERENCE))) {
            scene.answer("one");

            assertThat(sent).containsExactly("first");
            assertThat(safe.asked).containsExactly("indago/one#key");
            assertThat(scene.provider("one").settings().toString()).doesNotContain("first");
        }
    }

    @Test
    void areHiddenInSettingsThatAreNoSecretsToo() throws IOException {
        try (Scene scene = open(Map.of("key", "k", "note", REFERENCE))) {
            assertThat(scene.answer("one").reason()).doesNotContain("first");
            assertThat(scene.provider("one").settings())
                    .filteredOn(setting -> setting.setting().name().equals("note"))
                    .singleElement()
                    .satisfies(setting -> assertThat(setting.value()).hasValue(REFERENCE));
        }
    }

    @Test
    void sayWhyTheyCanNotBeReadAndAreTriedAgain() throws IOException {
        safe.content = Optional.empty();
        try (Scene scene = open(Map.of("key", REFERENCE))) {
            assertThat(scene.provider("one").state()).isEqualTo(State.UNCONFIGURED);
            assertThat(scene.provider("one").unavailable())
                    .hasValue("configured wrong: indago.providers.one.key refers to safe:indago/one#key, which can't be"
                            + " read: the safe is closed");

            safe.content = Optional.of("first");
            assertThat(scene.host().rescan().replaced()).containsExactly("one");
            assertThat(scene.provider("one").state()).isEqualTo(State.READY);
            assertThat(scene.host().rescan().isNothing()).isTrue();
        }
    }

    @Test
    void areReadAnewAtARescan() throws IOException {
        try (Scene scene = open(Map.of("key", REFERENCE))) {
            String before = scene.provider("one").credential();
            safe.content = Optional.of("second");
            assertThat(scene.host().rescan().replaced()).containsExactly("one");
            scene.answer("one");

            assertThat(sent).containsExactly("second");
            assertThat(scene.provider("one").credential()).isNotEqualTo(before);
        }
    }

    @Test
    void goOnAsTheyWereWhenTheyCanNotBeReadAnew() throws IOException {
        try (Scene scene = open(Map.of("key", REFERENCE))) {
            safe.content = Optional.empty();
            RosterChange change = scene.host().rescan();
            scene.answer("one");

            assertThat(change.refused()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .contains("the safe is closed"));
            assertThat(sent).containsExactly("first");
        }
    }

    @Test
    void areNoneWithoutASourceOfTheirScheme() throws IOException {
        try (Scene scene = open(Map.of("key", "vault:" + REFERENCE))) {
            scene.answer("one");

            assertThat(sent).containsExactly("vault:" + REFERENCE);
        }
    }

    private Scene open(Map<String, String> settings) throws IOException {
        PluginFixture.named("one")
                .with(
                        "config",
                        "Setting.secret(\"key\", \"A key\").required(), Setting.text(\"note\", \"A note\")"
                                + ".defaultsTo(\"none\")")
                .with(
                        "lookup",
                        "return Step.call(HttpCall.get(\"https://api.example.com/v1\", \"x\")"
                                + ".header(\"X-Key\", config.secret(\"key\")),"
                                + " reply -> Step.done(Report.hit(config.text(\"note\")).build()));")
                .into(folder);
        HostConfig config = new HostConfig(
                folder,
                List.of(),
                Map.of("one", settings),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorFormat.NONE,
                Optional.empty(),
                List.of(safe),
                folder.resolveSibling("data"),
                Clock.systemUTC());
        return Scene.open(config, this::answer);
    }

    private CompletionStage<HttpReply> answer(String provider, HttpCall call, CallLimits limits) {
        call.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("X-Key"))
                .forEach(header -> sent.add(header.getValue()));
        return CompletableFuture.completedStage(FakeReply.of(200, "hello"));
    }
}
