package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.host.Scrubber;
import io.indago.json.RecordedExchange;
import io.indago.spi.HttpReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that happened once, and the replies there were to its calls. Immutable: each method answers a changed copy.
 *
 * @param <C> the case itself
 */
public abstract sealed class RecordedCase<C extends RecordedCase<C>> permits LookupCase, PushCase {
    private final String name;
    private final Map<String, List<HttpReply>> replies;

    RecordedCase(String name, Map<String, List<HttpReply>> replies) {
        this.name = requireNonNull(name, "name");
        this.replies = replies;
    }

    abstract C with(Map<String, List<HttpReply>> replies);

    /**
     * Calls that match are answered 200 with a file of {@code src/test/resources/fixtures/}. The first match wins.
     *
     * @param pattern method and URI, {@code *} for any text: {@code GET https://api.example.com/ip/*}
     */
    public C replying(String pattern, String fixture) {
        return replying(pattern, Reply.fixture(fixture));
    }

    /** Calls that match are answered with that status and a fixture. */
    public C replying(String pattern, int status, String fixture) {
        return replying(pattern, Reply.fixture(status, fixture));
    }

    /** Calls that match are answered with that reply. */
    public C replying(String pattern, HttpReply reply) {
        Map<String, List<HttpReply>> all = new LinkedHashMap<>(replies);
        all.put(pattern, List.of(reply));
        return with(all);
    }

    /**
     * Calls are answered as they were when the hub recorded them: its files, moved to
     * {@code src/test/resources/fixtures/}, name the calls. Several of the same call answer in the order given, the last
     * for ever.
     */
    public C recorded(String... fixtures) {
        Map<String, List<HttpReply>> all = new LinkedHashMap<>(replies);
        for (String fixture : fixtures) {
            RecordedExchange exchange = Reply.exchange(fixture);
            String call = exchange.method() + " " + exchange.url()
                    + exchange.requestBody().map(body -> "\n" + body).orElse("");
            all.merge(call.replace(Scrubber.MARK, "*"), List.of(exchange.reply()), (before, next) -> Stream.concat(
                            before.stream(), next.stream())
                    .toList());
        }
        return with(all);
    }

    final String name() {
        return name;
    }

    final Map<String, List<HttpReply>> replies() {
        return replies;
    }
}
