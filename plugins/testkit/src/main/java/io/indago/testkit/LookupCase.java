package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One recorded lookup and what must come of it. Immutable: each method answers a changed copy.
 *
 * <pre>{@code
 * LookupCase.of("a known botnet address", IndicatorType.IPV4, "203.0.113.9")
 *         .replying("GET https://www.virustotal.com/api/v3/ip_addresses/*", "ip-malicious.json")
 *         .expecting(VerdictClass.MALICIOUS, 87)
 * }</pre>
 */
public final class LookupCase {
    private final String name;
    private final Indicator indicator;
    private final Map<String, HttpReply> replies;
    private final Optional<VerdictClass> verdict;
    private final OptionalInt score;

    private LookupCase(
            String name,
            Indicator indicator,
            Map<String, HttpReply> replies,
            Optional<VerdictClass> verdict,
            OptionalInt score) {
        this.name = requireNonNull(name, "name");
        this.indicator = requireNonNull(indicator, "indicator");
        this.replies = replies;
        this.verdict = verdict;
        this.score = score;
    }

    /** A lookup of that canonical value, which expects no data until it is told what to expect. */
    public static LookupCase of(String name, IndicatorType type, String canonicalValue) {
        return new LookupCase(
                name, Indicator.of(type, canonicalValue), Map.of(), Optional.empty(), OptionalInt.empty());
    }

    /**
     * Calls that match are answered 200 with a file of {@code src/test/resources/fixtures/}. The first match wins.
     *
     * @param pattern method and URI, {@code *} for any text: {@code GET https://api.example.com/ip/*}
     */
    public LookupCase replying(String pattern, String fixture) {
        return replying(pattern, Reply.fixture(fixture));
    }

    /** Calls that match are answered with that status and a fixture. */
    public LookupCase replying(String pattern, int status, String fixture) {
        return replying(pattern, Reply.fixture(status, fixture));
    }

    /** Calls that match are answered with that reply. */
    public LookupCase replying(String pattern, HttpReply reply) {
        Map<String, HttpReply> all = new LinkedHashMap<>(replies);
        all.put(pattern, reply);
        return new LookupCase(name, indicator, all, verdict, score);
    }

    /** It is a hit of that class. */
    public LookupCase expecting(VerdictClass expected) {
        return new LookupCase(name, indicator, replies, Optional.of(expected), OptionalInt.empty());
    }

    /** It is a hit of that class and score. */
    public LookupCase expecting(VerdictClass expected, int expectedScore) {
        return new LookupCase(name, indicator, replies, Optional.of(expected), OptionalInt.of(expectedScore));
    }

    /** The provider does not know it. */
    public LookupCase expectingNoData() {
        return new LookupCase(name, indicator, replies, Optional.empty(), OptionalInt.empty());
    }

    String name() {
        return name;
    }

    Indicator indicator() {
        return indicator;
    }

    Map<String, HttpReply> replies() {
        return replies;
    }

    /** Empty when no data is expected. */
    Optional<VerdictClass> verdict() {
        return verdict;
    }

    OptionalInt score() {
        return score;
    }
}
