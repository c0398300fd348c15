package io.indago.routes;

import com.google.common.base.Stopwatch;
import com.google.common.base.Ticker;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.indicator.IndicatorParser;
import io.indago.indicator.InvalidIndicatorException;
import io.indago.indicator.ParsedIndicator;
import io.indago.indicator.ReservedPolicy;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.Caller;
import io.indago.routes.lookup.Beginning;
import io.indago.routes.lookup.Enricher;
import io.indago.routes.lookup.Enrichment;
import io.indago.routes.lookup.LookupPlan;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.lookup.LookupRequest;
import io.indago.routes.lookup.ReportSet;
import io.indago.routes.lookup.VerdictPolicy;
import io.indago.routes.provider.Disclosure;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Related;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.Tlp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What most tests here start from. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final String CALLER = "7f3c";
    public static final UUID ID = UUID.fromString("0193a1b2-0000-7000-8000-000000000001");
    public static final String ADDRESS = "203.0.114.9";
    public static final IndicatorParser PARSER = new IndicatorParser(ReservedPolicy.standard());

    /** May be shown to anybody. */
    public static final Disclosure ANYBODY = new Disclosure(Tlp.CLEAR, Pap.CLEAR, Optional.empty());

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
        return new LookupRequest(
                ID, CALLER, parsed(text), tlp, pap, begun(Duration.ZERO), Duration.ofSeconds(10), false);
    }

    /** A beginning that is always so long ago. */
    public static Beginning begun(Duration ago) {
        AtomicLong nanos = new AtomicLong();
        Stopwatch elapsed = Stopwatch.createStarted(new Ticker() {
            @Override
            public long read() {
                return nanos.get();
            }
        });
        nanos.set(ago.toNanos());
        return new Beginning(NOW, elapsed);
    }

    /** A lookup that begins now, by the real clock. */
    public static LookupRequest running(Duration patience) {
        return new LookupRequest(
                ID, CALLER, parsed(ADDRESS), Tlp.AMBER, Pap.AMBER, Beginning.now(Clock.systemUTC()), patience, false);
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
                begun(Duration.ZERO),
                new Caller(
                        CALLER,
                        "alice",
                        "indago-cli",
                        List.of("tasks", "users"),
                        Optional.of(NOW.plusSeconds(300)),
                        Optional.of(NOW.minusSeconds(60))),
                new AccountingEvent.Request(
                        "GET", "/api/indicator/ipv4/{value}", Map.of("deadline", "10s"), "192.0.2.7", "curl/8.5.0"));
    }

    /** An opinion with all a provider can say. */
    public static Report opinion() {
        Instant seen = Instant.parse("2026-10-21T10:00:00Z");
        return Report.hit("12 of 90 engines detect it")
                .opinion(85, 90)
                .evidence(Evidence.of("detections", "12 of 90 engines detect it")
                        .value("12")
                        .observedAt(seen))
                .evidence(Evidence.of("sinkholed", "It is sinkholed"))
                .tags(List.of("phishing"))
                .malwareFamilies(List.of("emotet"))
                .actors(List.of("TA542"))
                .techniques(List.of("T1566.001"))
                .related(Related.of(IndicatorType.IPV4, ADDRESS, "resolves-to"))
                .reference(URI.create("https://www.example.com/report/1"))
                .firstSeen(seen.minus(Duration.ofDays(30)))
                .lastSeen(seen)
                .build();
    }

    /** Facts without an opinion. */
    public static Report facts() {
        return Report.hit("in Germany")
                .country("de")
                .asn(64500)
                .asOwner("Example AS")
                .network("203.0.114.0/24")
                .tags(List.of("phishing"))
                .build();
    }

    /** Something of everything. */
    public static Enrichment enrichment(String text) {
        return enrichment(
                text,
                Map.of(
                        "alpha", Outcome.of(opinion()),
                        "bravo", Outcome.of(facts()),
                        "charlie", Outcome.of(Report.noData("never seen")),
                        "delta", Outcome.error(ErrorCause.BAD_REPLY, "the reply is no JSON"),
                        "echo", Outcome.rateLimited("its limit is spent", Optional.of(Duration.ofSeconds(60)))));
    }

    /** What those providers made of it; alpha is answered for by the sandbox, and foxtrot was not asked. */
    public static Enrichment enrichment(String text, Map<String, Outcome> outcomes) {
        LookupRequest request = new LookupRequest(
                ID,
                CALLER,
                parsed(text),
                Tlp.AMBER_STRICT,
                Pap.GREEN,
                begun(Duration.ofMillis(300)),
                Duration.ofSeconds(3),
                false);
        Map<String, ProviderReport> reports = new HashMap<>();
        outcomes.forEach((id, outcome) -> reports.put(
                id,
                ProviderReport.asked(
                        spec(id), id.equals("alpha"), false, FakeProvider.result(outcome), NOW.plusMillis(250))));
        List<PlannedProvider> asked = outcomes.keySet().stream()
                .sorted()
                .map(id -> new PlannedProvider(spec(id), id.equals("alpha")))
                .toList();
        ProviderReport refused =
                ProviderReport.refused(spec("foxtrot"), false, Outcome.without(Status.NOT_ALLOWED, "TLP"), NOW);
        return new Enricher(VerdictPolicy.standard())
                .enrich(new LookupPlan(request, asked, List.of(refused)), new ReportSet(reports));
    }
}
