package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A provider as the hub may use it. */
public final class HostedProvider extends HostedExtension {
    private final ProviderSpec spec;

    HostedProvider(ProviderSpec spec, Frame frame) {
        super(frame);
        this.spec = spec;
    }

    @Override
    public ProviderSpec spec() {
        return spec;
    }

    /** Asks about an indicator. Returns at once. */
    public LookupRun lookup(Indicator indicator, Instant deadline, String traceId) {
        requireNonNull(indicator, "indicator");
        if (running().isEmpty()) {
            return unasked(Outcome.without(Status.SKIPPED, unavailable().orElse("not running")));
        }
        if (!types().contains(indicator.type())) {
            return unasked(Outcome.without(
                    Status.UNSUPPORTED,
                    spec.title() + " is not asked about " + indicator.type().id()));
        }
        Running it = running().get();
        return it.runner()
                .run(Report.class, deadline, traceId, context -> ((Provider) it.instance()).lookup(indicator, context))
                .map(this::lookup)
                .orElseGet(() -> successor()
                        .filter(HostedProvider.class::isInstance)
                        .map(next -> ((HostedProvider) next).lookup(indicator, deadline, traceId))
                        .orElseGet(() -> unasked(Outcome.without(Status.SKIPPED, REMOVED))));
    }

    private LookupRun lookup(StepRun<Report> run) {
        ReportRedactor redactor = new ReportRedactor(redactor());
        CompletionStage<LookupResult> result = run.result()
                .thenApply(ending -> new LookupResult(
                        ending.failure()
                                .orElseGet(() -> Outcome.of(
                                        redactor.redact(ending.result().orElseThrow()))),
                        ending.calls(),
                        ending.bytes(),
                        ending.took()));
        return new LookupRun() {
            @Override
            public CompletionStage<LookupResult> result() {
                return result;
            }

            @Override
            public void extendTo(Instant later) {
                run.extendTo(later);
            }

            @Override
            public void cancel() {
                run.kill("nobody waited for it any more");
            }

            @Override
            public String waitingFor() {
                return run.waitingFor();
            }
        };
    }

    @Override
    Step<Health> probe(AutoCloseable instance, LookupContext context) throws Exception {
        return ((Provider) instance).health(context);
    }

    private static LookupRun unasked(Outcome outcome) {
        return LookupRun.ended(new LookupResult(outcome, 0, 0, Duration.ZERO));
    }
}
