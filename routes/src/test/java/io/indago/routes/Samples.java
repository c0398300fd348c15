package io.indago.routes;

import io.indago.indicator.IndicatorParser;
import io.indago.indicator.InvalidIndicatorException;
import io.indago.indicator.ParsedIndicator;
import io.indago.indicator.ReservedPolicy;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.Caller;
import io.indago.routes.lookup.LookupRequest;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Tlp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What most tests here start from. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final UUID ID = UUID.fromString("0193a1b2-0000-7000-8000-000000000001");
    public static final String ADDRESS = "203.0.114.9";
    public static final IndicatorParser PARSER = new IndicatorParser(ReservedPolicy.standard());

    private Samples() {}

    public static ParsedIndicator parsed(String text) {
        try {
            return PARSER.parse(text);
        } catch (InvalidIndicatorException noIndicator) {
            throw new IllegalArgumentException(noIndicator);
        }
    }

    public static LookupRequest request(String text) {
        return request(text, Tlp.AMBER, Pap.AMBER);
    }

    public static LookupRequest request(String text, Tlp tlp, Pap pap) {
        return new LookupRequest(ID, parsed(text), tlp, pap, NOW, Duration.ofSeconds(10), false);
    }

    /** A lookup that begins now, by the real clock. */
    public static LookupRequest running(Duration patience) {
        return new LookupRequest(ID, parsed(ADDRESS), Tlp.AMBER, Pap.AMBER, Instant.now(), patience, false);
    }

    /** A provider of every type, reliability B. */
    public static ProviderSpec spec(String id) {
        return specBuilder(id).build();
    }

    public static ProviderSpec.Builder specBuilder(String id) {
        return ProviderSpec.builder(id, id.toUpperCase(Locale.ROOT))
                .types(IndicatorType.values())
                .reliability(Reliability.B, "a sample");
    }

    public static AccountedRequest accounted() {
        return new AccountedRequest(
                ID,
                NOW,
                new Caller("7f3c", "alice", "indago-cli", List.of("tasks", "users"), Optional.of(NOW.plusSeconds(300))),
                new AccountingEvent.Request(
                        "GET", "/api/indicator/ipv4/{value}", Map.of("deadline", "10s"), "192.0.2.7", "curl/8.5.0"));
    }
}
