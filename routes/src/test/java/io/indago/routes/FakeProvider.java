package io.indago.routes;

import io.indago.host.FirstStep;
import io.indago.host.LookupResult;
import io.indago.host.LookupRun;
import io.indago.host.Outcome;
import io.indago.host.ShownCall;
import io.indago.host.Status;
import io.indago.routes.provider.ProviderDirectory;
import io.indago.routes.provider.ProviderQuestion;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that does what a test tells it, and remembers what it was asked. */
public final class FakeProvider implements ProviderDirectory.Entry {
    private final ProviderSpec spec;
    private final Optional<String> unavailable;
    private final boolean sandbox;
    private final Script script;
    private final List<ProviderQuestion> questions = new CopyOnWriteArrayList<>();
    private final AtomicInteger previews = new AtomicInteger();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();

    private FakeProvider(ProviderSpec spec, Optional<String> unavailable, boolean sandbox, Script script) {
        this.spec = spec;
        this.unavailable = unavailable;
        this.sandbox = sandbox;
        this.script = script;
    }

    /** What a provider does when asked. */
    @FunctionalInterface
    public interface Script {
        CompletionStage<LookupResult> answer(ProviderQuestion question);
    }

    public static FakeProvider of(ProviderSpec spec, Script script) {
        return new FakeProvider(spec, Optional.empty(), false, script);
    }

    /** Answers at once that it has an opinion. */
    public static FakeProvider scoring(String id, int score) {
        return answering(id, Report.hit("score " + score).opinion(score, 90).build());
    }

    /** Answers at once. */
    public static FakeProvider answering(String id, Report report) {
        return of(Samples.spec(id), question -> CompletableFuture.completedStage(result(Outcome.of(report))));
    }

    /** Never answers; at the deadline it is a timeout, as the plugin host makes it one. */
    public static FakeProvider silent(String id) {
        return of(Samples.spec(id), question -> new CompletableFuture<LookupResult>()
                .completeOnTimeout(
                        result(Outcome.without(Status.TIMEOUT, "not finished by the deadline")),
                        Duration.between(Instant.now(), question.deadline()).toNanos(),
                        TimeUnit.NANOSECONDS));
    }

    public static LookupResult result(Outcome outcome) {
        return new LookupResult(outcome, 1, 120, Duration.ofMillis(30));
    }

    public static ProviderDirectory directory(ProviderDirectory.Entry... providers) {
        List<ProviderDirectory.Entry> sorted = List.of(providers).stream()
                .sorted(Comparator.comparing(entry -> entry.spec().id()))
                .toList();
        return () -> sorted;
    }

    public FakeProvider unavailableBecause(String reason) {
        return new FakeProvider(spec, Optional.of(reason), sandbox, script);
    }

    public FakeProvider inSandbox() {
        return new FakeProvider(spec, unavailable, true, script);
    }

    /** What it was asked so far. */
    public List<ProviderQuestion> questions() {
        return List.copyOf(questions);
    }

    @Override
    public ProviderSpec spec() {
        return spec;
    }

    @Override
    public Optional<String> unavailable() {
        return unavailable;
    }

    @Override
    public boolean sandbox() {
        return sandbox;
    }

    @Override
    public String build() {
        return "1";
    }

    @Override
    public Set<IndicatorType> types() {
        return spec.types();
    }

    /** Would begin with one request. */
    @Override
    public CompletionStage<FirstStep> firstStep(Indicator indicator, Instant deadline, String traceId) {
        previews.incrementAndGet();
        ShownCall call = new ShownCall(
                "GET",
                "https://" + spec.id() + ".example/" + indicator.value(),
                List.of(Map.entry("X-Key", "‹api-key›")),
                Optional.empty(),
                Optional.empty());
        return CompletableFuture.completedStage(
                new FirstStep(FirstStep.Kind.CALLS, List.of(call), "", Optional.empty()));
    }

    /** How often it was to say what it would do first. */
    public int previews() {
        return previews.get();
    }

    @Override
    public LookupRun lookup(Indicator indicator, Instant deadline, String traceId, String caller) {
        ProviderQuestion question = new ProviderQuestion(traceId, caller, indicator, Samples.ANYBODY, deadline, false);
        questions.add(question);
        FakeRun run = new FakeRun(script.answer(question));
        runs.add(run);
        return run;
    }

    /** What it was asked so far, as it runs. */
    public List<FakeRun> runs() {
        return List.copyOf(runs);
    }

    /** Remembers what was wanted of it; canceling changes nothing. */
    public static final class FakeRun implements LookupRun {
        private final CompletionStage<LookupResult> result;
        private final List<Instant> extensions = new CopyOnWriteArrayList<>();
        private volatile boolean cancelled;

        public FakeRun(CompletionStage<LookupResult> result) {
            this.result = result;
        }

        @Override
        public CompletionStage<LookupResult> result() {
            return result;
        }

        @Override
        public void extendTo(Instant deadline) {
            extensions.add(deadline);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public String waitingFor() {
            return "the call to a fake";
        }

        public List<Instant> extensions() {
            return List.copyOf(extensions);
        }

        public boolean isCancelled() {
            return cancelled;
        }
    }
}
