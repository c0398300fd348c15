package io.indago.host;

import io.indago.spi.Step;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What came of asking a plugin for a step: the step, the outcome of what it did instead, or an answer of its own making
 * that comes later. Exactly one is present.
 */
record Answer<T>(Optional<Step<T>> step, Optional<Outcome> failure, Optional<CompletableFuture<Answer<T>>> later) {

    /** Asks. On a thread of the plugin: whatever the code throws goes no further, and no one else asks it for its words. */
    static <T> Answer<T> of(Callable<Step<T>> code, StepRunner runner) {
        try {
            Step<T> step = code.call();
            if (step == null) {
                return failed(runner.failures.internal(
                        "the plugin answered null where a step was expected: end with Step.done(…)"));
            }
            if (!(step instanceof Step.Await<T> await)) {
                return new Answer<>(Optional.of(step), Optional.empty(), Optional.empty());
            }
            return runner.spec.isUnmanaged()
                    ? new Answer<>(Optional.empty(), Optional.empty(), Optional.of(watched(await.stage(), runner)))
                    : failed(undeclared(runner));
        } catch (Throwable thrown) {
            return failed(runner.failures.ofPlugin(thrown));
        }
    }

    /** Only a provider that declares itself unmanaged may do work of its own. */
    static Outcome undeclared(StepRunner runner) {
        return runner.failures.internal("the plugin awaits a stage of its own without declaring so: add"
                + " unmanaged() to its spec, or make the call a step");
    }

    /** The plugin's stage may be any code and complete twice; ours is a future, and does so once. */
    private static <T> CompletableFuture<Answer<T>> watched(CompletionStage<Step<T>> stage, StepRunner runner) {
        CompletableFuture<Answer<T>> ours = new CompletableFuture<>();
        stage.whenComplete((step, failure) -> {
            Answer<T> answer = failure == null ? of(() -> step, runner) : failed(runner.failures.ofPlugin(failure));
            if (!ours.complete(answer) && !ours.isCancelled()) {
                runner.plugin
                        .mistakes()
                        .add("a stage the plugin awaits completed twice, and only the first time counts:"
                                + " complete it once");
            }
        });
        return ours;
    }

    private static <T> Answer<T> failed(Outcome outcome) {
        return new Answer<>(Optional.empty(), Optional.of(outcome), Optional.empty());
    }
}
