package io.indago.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the sandbox answers for a plugin: WireMock's choice among the stub mappings of
 * {@code META-INF/indago/sandbox/<name>.json}, made without WireMock. A test lets the plugin read its own answers:
 *
 * <pre>{@code
 * private static final SandboxAnswers ANSWERS = SandboxAnswers.of("example");
 *
 * try (FixtureHost host = FixtureHost.of(new ExamplePlugin(), Map.of("api-key", "a-made-up-key"))
 *         .replying(ANSWERS::answer)) {
 *     LookupResult result = host.lookup(Indicator.of(IndicatorType.IPV4, "185.220.101.34"));
 * }
 * assertThat(ANSWERS.answer(HttpCall.get("https://api.example.com/ip", "8.8.8.8")).status()).isEqualTo(401);
 * }</pre>
 *
 * <p>A path starts with the provider's host: {@code https://api.example.com/ip/8.8.8.8} is
 * {@code /api.example.com/ip/8.8.8.8}. Of several stubs that match, that of the lowest {@code priority} answers, 5 where
 * none is given. Known are
 *
 * <ul>
 *   <li>of a mapping, {@code name}, {@code priority}, {@code request} and {@code response};
 *   <li>of a request, {@code method}, {@code urlPath}, {@code urlPathPattern}, {@code queryParameters}, {@code headers}
 *       and {@code bodyPatterns}, the latter three with {@code absent}, {@code contains}, {@code equalTo} or
 *       {@code matches};
 *   <li>of a response, {@code status}, {@code headers}, {@code jsonBody}, {@code body} and
 *       {@code fixedDelayMilliseconds}; of templates, a {@code body} that is <code>{{{request.body}}}</code> and no more.
 * </ul>
 *
 * <p>A file with anything else in it, other templates among it, is refused rather than read wrongly.
 */
public final class SandboxAnswers {
    private final String source;
    private final List<SandboxStub> stubs;

    private SandboxAnswers(String source, List<SandboxStub> stubs) {
        this.source = source;
        this.stubs = stubs;
    }

    /**
     * Those of {@code META-INF/indago/sandbox/<name>.json} on the class path.
     *
     * @throws IllegalArgumentException when there is no such file, or it has what is not known here
     */
    public static SandboxAnswers of(String name) {
        String resource = "META-INF/indago/sandbox/" + name + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource + " on the class path");
            }
            return of(resource, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is no readable JSON", e);
        }
    }

    static SandboxAnswers of(String source, JsonNode file) {
        if (file.size() != 1 || !file.path("mappings").isArray()) {
            throw new IllegalArgumentException(source + " is not {\"mappings\": […]}");
        }
        try {
            return new SandboxAnswers(
                    source,
                    StreamSupport.stream(file.path("mappings").spliterator(), false)
                            .map(SandboxStub::of)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    /**
     * The reply of the stub that matches best.
     *
     * @throws IllegalStateException when none matches, or it depends on the order in the file which one does
     */
    public HttpReply answer(HttpCall call) {
        return chosen(call).reply(call);
    }

    /** How long the sandbox takes over that answer; here nobody waits. */
    public Duration delay(HttpCall call) {
        return chosen(call).delay();
    }

    private SandboxStub chosen(HttpCall call) {
        int priority = matching(call)
                .mapToInt(SandboxStub::priority)
                .min()
                .orElseThrow(() -> new IllegalStateException("no stub of " + source + " answers " + call));
        List<SandboxStub> best =
                matching(call).filter(stub -> stub.priority() == priority).toList();
        if (best.size() > 1) {
            throw new IllegalStateException("stubs of " + source + " with the same priority answer " + call + ": "
                    + best.stream().map(SandboxStub::name).toList());
        }
        return best.get(0);
    }

    private Stream<SandboxStub> matching(HttpCall call) {
        return stubs.stream().filter(stub -> stub.answers(call));
    }
}
