package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import java.util.List;
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
 *
 * <p>With files the hub recorded it is {@code .recorded("get-ip-203.0.113.9-0a1b2c3d4e5f6071-01.json")}.
 */
public final class LookupCase extends RecordedCase<LookupCase> {
    private final Indicator indicator;
    private final Optional<VerdictClass> verdict;
    private final OptionalInt score;

    private LookupCase(
            String name,
            Indicator indicator,
            Map<String, List<HttpReply>> replies,
            Optional<VerdictClass> verdict,
            OptionalInt score) {
        super(name, replies);
        this.indicator = requireNonNull(indicator, "indicator");
        this.verdict = verdict;
        this.score = score;
    }

    /** A lookup of that canonical value, which expects no data until it is told what to expect. */
    public static LookupCase of(String name, IndicatorType type, String canonicalValue) {
        return new LookupCase(
                name, Indicator.of(type, canonicalValue), Map.of(), Optional.empty(), OptionalInt.empty());
    }

    @Override
    LookupCase with(Map<String, List<HttpReply>> replies) {
        return new LookupCase(name(), indicator, replies, verdict, score);
    }

    /** It is a hit of that class. */
    public LookupCase expecting(VerdictClass expected) {
        return new LookupCase(name(), indicator, replies(), Optional.of(expected), OptionalInt.empty());
    }

    /** It is a hit of that class and score. */
    public LookupCase expecting(VerdictClass expected, int expectedScore) {
        return new LookupCase(name(), indicator, replies(), Optional.of(expected), OptionalInt.of(expectedScore));
    }

    /** The provider does not know it. */
    public LookupCase expectingNoData() {
        return new LookupCase(name(), indicator, replies(), Optional.empty(), OptionalInt.empty());
    }

    Indicator indicator() {
        return indicator;
    }

    /** Empty when no data is expected. */
    Optional<VerdictClass> verdict() {
        return verdict;
    }

    OptionalInt score() {
        return score;
    }
}
