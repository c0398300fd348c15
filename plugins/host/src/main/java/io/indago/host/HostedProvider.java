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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /** Asks about an indicator, for nobody in particular. Returns at once. */
    public LookupRun lookup(Indicator indicator, Instant deadline, String traceId) {
        return lookup(indicator, deadline, traceId, "");
    }

    /**
     * Asks about an indicator. Returns at once.
     *
     * @param caller for whom, in a word that tells callers apart: where calls have to wait, each has his turn
     */
    public LookupRun lookup(Indicator indicator, Instant deadline, String traceId, String caller) {
        requireNonNull(indicator, "indicator");
        Optional<Outcome> refusal = refusal(indicator);
        if (refusal.isPresent()) {
            return LookupRun.ended(new LookupResult(refusal.get(), 0, 0, Duration.ZERO));
        }
        Running it = running().orElseThrow();
        return it.runner()
                .run(Report.class, deadline, traceId, caller, context -> ((Provider) it.instance())
                        .lookup(indicator, context))
                .map(this::lookup)
                .orElseGet(() -> next().map(next -> next.lookup(indicator, deadline, traceId, caller))
                        .orElseGet(() -> LookupRun.ended(new LookupResult(removed(), 0, 0, Duration.ZERO))));
    }

    /** Who asked was told what this one reveals, so that only one that reveals no more is asked in its place. */
    private Optional<HostedProvider> next() {
        return successor()
                .filter(HostedProvider.class::isInstance)
                .map(HostedProvider.class::cast)
                .filter(this::revealsNoMore);
    }

    private boolean revealsNoMore(HostedProvider next) {
        return next.spec.exposure().compareTo(spec.exposure()) <= 0
                && next.spec.maxTlp().compareTo(spec.maxTlp()) >= 0
                && (next.spec.isInternal() || !spec.isInternal())
                && (next.sandbox() || !sandbox());
    }

    private Outcome removed() {
        return Outcome.without(
                Status.SKIPPED, successor().isPresent() ? "the plugin was replaced by one that reveals more" : REMOVED);
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

    /**
     * What it would do first if it were asked. Its code answers the first step as ever, on its own threads and by the
     * deadline, and nothing comes of it. An unmanaged provider's is not called: it might do the work right there.
     *
     * @return completes by the deadline and never fails, on a thread of the host
     */
    public CompletionStage<FirstStep> firstStep(Indicator indicator, Instant deadline, String traceId) {
        requireNonNull(indicator, "indicator");
        Optional<Outcome> refusal = refusal(indicator);
        if (refusal.isPresent()) {
            return CompletableFuture.completedStage(FirstStep.failure(refusal.get()));
        }
        if (spec.isUnmanaged()) {
            return CompletableFuture.completedStage(FirstStep.unmanaged());
        }
        Running it = running().orElseThrow();
        FirstStepReader reader = new FirstStepReader(it.runner(), redactor());
        return it.runner()
                .run(FirstStep.class, deadline, traceId, context -> {
                    Step<Report> first = ((Provider) it.instance()).lookup(indicator, context);
                    return first == null ? null : Step.done(reader.read(first, context.timeLeft()));
                })
                .map(run -> run.result().thenApply(ending -> ending.failure()
                        .map(FirstStep::failure)
                        .orElseGet(() -> ending.result().orElseThrow())))
                .orElseGet(() -> next().map(next -> next.firstStep(indicator, deadline, traceId))
                        .orElseGet(() -> CompletableFuture.completedStage(FirstStep.failure(removed()))));
    }

    private Optional<Outcome> refusal(Indicator indicator) {
        if (running().isEmpty()) {
            return Optional.of(Outcome.without(Status.SKIPPED, unavailable().orElse("not running")));
        }
        return types().contains(indicator.type())
                ? Optional.empty()
                : Optional.of(Outcome.without(
                        Status.UNSUPPORTED,
                        spec.title() + " is not asked about " + indicator.type().id()));
    }

    @Override
    Step<Health> probe(AutoCloseable instance, LookupContext context) throws Exception {
        return ((Provider) instance).health(context);
    }
}
