package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened once, and the replies there were to its calls. Immutable: each method answers a changed copy.
 *
 * @param <C> the case itself
 */
public abstract sealed class RecordedCase<C extends RecordedCase<C>> permits LookupCase, PushCase {
    private final String name;
    private final Map<String, HttpReply> replies;

    RecordedCase(String name, Map<String, HttpReply> replies) {
        this.name = requireNonNull(name, "name");
        this.replies = replies;
    }

    abstract C with(Map<String, HttpReply> replies);

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
        Map<String, HttpReply> all = new LinkedHashMap<>(replies);
        all.put(pattern, reply);
        return with(all);
    }

    final String name() {
        return name;
    }

    final Map<String, HttpReply> replies() {
        return replies;
    }
}
