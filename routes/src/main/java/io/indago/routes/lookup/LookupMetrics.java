package io.indago.routes.lookup;

import io.indago.host.Status;
import io.indago.routes.provider.ProviderReport;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
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
        Timer.builder("indago.lookup")
                .description("From the request to the verdict")
                .tag("type", enrichment.indicator().type().id())
                .tag("outcome", enrichment.verdict().verdict().name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(TARGETS)
                .register(meters)
                .record(enrichment.took());
        enrichment.reports().forEach(this::count);
    }

    private void count(ProviderReport report) {
        Status status = report.outcome().status();
        if (status == Status.NOT_ALLOWED) {
            meters.counter("indago.tlp.skipped", "provider", report.provider()).increment();
        }
        if (report.asked()) {
            Timer.builder("indago.provider.request")
                    .description("From asking a provider to its outcome")
                    .tag("provider", report.provider())
                    .tag("outcome", status.id())
                    .serviceLevelObjectives(TARGETS)
                    .register(meters)
                    .record(report.took());
            meters.counter("indago.provider.attempts", "provider", report.provider())
                    .increment(report.calls());
            DistributionSummary.builder("indago.provider.reply.size")
                    .baseUnit("bytes")
                    .tag("provider", report.provider())
                    .register(meters)
                    .record(report.bytes());
        }
    }
}
