package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxAnswersTest {
    private static final HttpCall GET = HttpCall.get("https://api.tiny.example", "a");

    @Test
    void standInForTheProvider() {
        try (FixtureHost host = FixtureHost.of(new TinyPlugin(), Map.of("api-key", "a-made-up-key"))
                .replying(SandboxAnswers.of("tiny")::answer)) {
            assertThat(host.lookup(address("203.0.113.9")).outcome().reason()).isEqualTo("seen in a sandbox");
            assertThat(host.lookup(address("203.0.113.10")).outcome().status()).isEqualTo(Status.NO_DATA);
        }
    }

    @Test
    void askForAKeyFirst() {
        HttpCall call = HttpCall.get("https://api.tiny.example", "203.0.113.9");
        assertThat(SandboxAnswers.of("tiny").answer(call).status()).isEqualTo(401);
        assertThat(SandboxAnswers.of("tiny").answer(call.header("KEY", "made up")))
                .satisfies(reply -> assertThat(reply.status()).isEqualTo(200))
                .satisfies(reply -> assertThat(reply.header("content-type")).contains("application/json"));
    }

    @Test
    void dependOnTheMethod() {
        assertThat(matches("'method': 'GET'", GET)).isTrue();
        assertThat(matches("'method': 'POST'", GET)).isFalse();
        assertThat(matches("'method': 'ANY'", GET)).isTrue();
        assertThat(matches("", GET)).isTrue();
    }

    @Test
    void dependOnThePathAsItIsSent() {
        HttpCall call = HttpCall.get("https://API.tiny.example/v1", "a/b").query("c", "d");
        assertThat(matches("'urlPath': '/api.tiny.example/v1/a%2Fb'", call)).isTrue();
        assertThat(matches("'urlPath': '/api.tiny.example/v1/a/b'", call)).isFalse();
        assertThat(matches("'urlPathPattern': '/api.tiny.example/v1/[^/]+'", call))
                .isTrue();
        assertThat(matches("'urlPathPattern': '/api.tiny.example'", call)).isFalse();
    }

    @Test
    void dependOnQueryParameters() {
        HttpCall call = GET.query("q", "a b&c").query("q", "d").query("empty", "");
        assertThat(matches("'queryParameters': {'q': {'equalTo': 'a b&c'}}", call))
                .isTrue();
        assertThat(matches("'queryParameters': {'q': {'equalTo': 'd'}, 'empty': {'equalTo': ''}}", call))
                .isTrue();
        assertThat(matches("'queryParameters': {'q': {'equalTo': 'a'}}", call)).isFalse();
        assertThat(matches("'queryParameters': {'Q': {'matches': '.*'}}", call)).isFalse();
        assertThat(matches("'queryParameters': {'q': {'absent': true}}", call)).isFalse();
        assertThat(matches("'queryParameters': {'q': {'absent': true}}", GET)).isTrue();
    }

    @Test
    void dependOnHeaders() {
        HttpCall call = GET.header("key", "made up");
        assertThat(matches("'headers': {'Key': {'matches': 'made.*'}}", call)).isTrue();
        assertThat(matches("'headers': {'Key': {'matches': 'made'}}", call)).isFalse();
        assertThat(matches("'headers': {'Content-Type': {'absent': true}}", call))
                .isTrue();
        assertThat(matches("'headers': {'Content-Type': {'absent': true}}", call.json("{}")))
                .isFalse();
    }

    @Test
    void dependOnTheBody() {
        HttpCall call = HttpCall.post("https://api.tiny.example").form(Map.of("hash", "abc"));
        assertThat(matches("'bodyPatterns': [{'contains': 'hash='}, {'matches': '(.*&)?hash=abc'}]", call))
                .isTrue();
        assertThat(matches("'bodyPatterns': [{'contains': 'hash='}, {'contains': 'query='}]", call))
                .isFalse();
        assertThat(matches("'bodyPatterns': [{'contains': ''}]", GET)).isFalse();
    }

    @Test
    void canBeBrokenAndSlow() {
        SandboxAnswers answers =
                answers("{'request': {}, 'response': {'status': 503, 'body': '{', 'fixedDelayMilliseconds': 8000}}");
        HttpReply reply = answers.answer(GET);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo("{");
        assertThat(answers.delay(GET)).isEqualTo(Duration.ofSeconds(8));
        assertThat(SandboxAnswers.of("tiny").delay(HttpCall.get("https://api.tiny.example", "a")))
                .isZero();
    }

    @Test
    void failOnACallThatNoStubAnswers() {
        HttpCall call = HttpCall.get("https://other.example", "a").header("key", Secret.of("key", "made-up"));
        assertThatThrownBy(() -> SandboxAnswers.of("tiny").answer(call))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no stub of META-INF/indago/sandbox/tiny.json answers "
                        + "GET https://other.example/a key: ***");
    }

    @Test
    void tellTheHostWhatIsMissing() {
        SandboxAnswers none = answers("");
        try (FixtureHost host = FixtureHost.of(new TinyPlugin(), Map.of("api-key", "a-made-up-key"))
                .replying(none::answer)) {
            assertThat(host.lookup(address("203.0.113.9")).outcome().reason())
                    .contains("no stub of test.json answers GET https://api.tiny.example/203.0.113.9");
        }
    }

    /** WireMock takes the one that was added last. */
    @Test
    void failWhereTheOrderInTheFileWouldDecide() {
        SandboxAnswers answers = answers("{'name': 'one', 'request': {}}, {'name': 'other', 'priority': 5}");
        assertThatThrownBy(() -> answers.answer(GET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("same priority", "[one, other]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'scenarioName': 'x'",
                "'request': {'url': '/x'}",
                "'request': {'queryParameters': {'x': {'before': '2026-01-01'}}}",
                "'request': {'headers': {'x': {'absent': false}}}",
                "'request': {'headers': {'x': {'equalTo': 'y', 'caseInsensitive': true}}}",
                "'request': {'bodyPatterns': [{'equalToJson': '{}'}]}",
                "'response': {'headers': {'x': ['several', 'values']}}",
                "'response': {'transformers': ['response-template']}",
                "'response': {'jsonBody': {'id': '{{request.path.[1]}}'}}"
            })
    void refuseWhatTheyDoNotKnow(String member) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers("{'name': 'A stub', " + member + "}"))
                .withMessageContainingAll("test.json", "'A stub'")
                .withMessageMatching(
                        ".*(scenarioName|url|before|absent|caseInsensitive|equalToJson|several|transformers|template)\\b.*");
    }

    @Test
    void refuseAFileThatIsNoListOfMappings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SandboxAnswers.of("none"))
                .withMessage("no META-INF/indago/sandbox/none.json on the class path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parsed("{'request': {}, 'response': {}}"))
                .withMessage("test.json is not {\"mappings\": […]}");
    }

    private static boolean matches(String request, HttpCall call) {
        return answers("{'request': {" + request + "}}, {'priority': 9, 'response': {'status': 404}}")
                        .answer(call)
                        .status()
                == 200;
    }

    private static SandboxAnswers answers(String mappings) {
        return parsed("{'mappings': [" + mappings + "]}");
    }

    private static SandboxAnswers parsed(String json) {
        try {
            return SandboxAnswers.of("test.json", new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Indicator address(String value) {
        return Indicator.of(IndicatorType.IPV4, value);
    }
}
