package io.indago.routes.lookup;

import io.indago.host.Status;
import io.indago.routes.provider.Origin;
import io.indago.routes.provider.ProviderReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times lookups. Tags are bounded: never a user, never an indicator. */
public final class LookupMetrics {
    private static final Duration[] TARGETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry meters;
    private final AtomicInteger inFlight;
    // The registry finds a meter by building its name and tags, which costs more than counting
    private final Map<Series, Timer> lookups = new ConcurrentHashMap<>();
    private final Map<Series, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, DistributionSummary> sizes = new ConcurrentHashMap<>();
    private final Map<String, Counter> attempts = new ConcurrentHashMap<>();
    private final Map<String, Counter> skipped = new ConcurrentHashMap<>();
    private final Map<String, Counter> joined = new ConcurrentHashMap<>();
    private final Map<Series, Counter> cached = new ConcurrentHashMap<>();

    public LookupMetrics(MeterRegistry meters) {
        this.meters = meters;
        inFlight = meters.gauge("indago.lookup.inflight", new AtomicInteger());
    }

    void begun() {
        inFlight.incrementAndGet();
    }

    void over() {
        inFlight.decrementAndGet();
    }

    void finished(Enrichment enrichment) {
        String type = enrichment.indicator().type().id();
        String verdict = enrichment.verdict().verdict().name().toLowerCase(Locale.ROOT);
        lookups.computeIfAbsent(new Series(type, verdict), this::lookup).record(enrichment.took());
        enrichment.reports().forEach(this::count);
    }

    private void count(ProviderReport report) {
        String provider = report.provider();
        Status status = report.outcome().status();
        if (status == Status.NOT_ALLOWED) {
            skipped.computeIfAbsent(provider, id -> meters.counter("indago.tlp.skipped", "provider", id))
                    .increment();
        }
        if (report.origin() == Origin.SHARED) {
            joined.computeIfAbsent(provider, id -> meters.counter("indago.singleflight.joined", "provider", id))
                    .increment();
        }
        if (report.asked()) {
            cached.computeIfAbsent(
                            new Series(provider, report.origin() == Origin.CACHE ? "hit" : "miss"), this::cacheRequest)
                    .increment();
        }
        if (report.origin() == Origin.PROVIDER) {
            requests.computeIfAbsent(new Series(provider, status.id()), this::request)
                    .record(report.took());
            attempts.computeIfAbsent(provider, id -> meters.counter("indago.provider.attempts", "provider", id))
                    .increment(report.calls());
            sizes.computeIfAbsent(provider, this::size).record(report.bytes());
        }
    }

    private Timer lookup(Series series) {
        return Timer.builder("indago.lookup")
                .description("From the request to the verdict")
                .tag("type", series.subject())
                .tag("outcome", series.outcome())
                .serviceLevelObjectives(TARGETS)
                .register(meters);
    }

    private Timer request(Series series) {
        return Timer.builder("indago.provider.request")
                .description("From asking a provider to its outcome")
                .tag("provider", series.subject())
                .tag("outcome", series.outcome())
                .serviceLevelObjectives(TARGETS)
                .register(meters);
    }

    private Counter cacheRequest(Series series) {
        return meters.counter("indago.cache.requests", "provider", series.subject(), "result", series.outcome());
    }

    private DistributionSummary size(String provider) {
        return DistributionSummary.builder("indago.provider.reply.size")
                .baseUnit("bytes")
                .tag("provider", provider)
                .register(meters);
    }

    /** What a timer is told apart by. */
    private record Series(String subject, String outcome) {}
}
