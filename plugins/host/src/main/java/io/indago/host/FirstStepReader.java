package io.indago.host;

import io.indago.spi.HttpCall;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Describes a lookup's first step where a {@link StepRun} would perform it, by the same rules. */
record FirstStepReader(StepRunner runner, Redactor redactor) {

    FirstStep read(Step<Report> step, Duration timeLeft) {
        if (step instanceof Step.Call<Report> one) {
            return calls(List.of(one.call()));
        }
        if (step instanceof Step.Calls<Report> several) {
            return calls(several.calls());
        }
        if (step instanceof Step.Wait<Report> wait) {
            return wait.time().compareTo(timeLeft) < 0
                    ? FirstStep.pause(wait.time())
                    : FirstStep.failure(runner.tooLongAWait(wait.time()));
        }
        return step instanceof Step.Await<Report> ? FirstStep.failure(Answer.undeclared(runner)) : FirstStep.answer();
    }

    private FirstStep calls(List<HttpCall> calls) {
        Optional<Outcome> failure = runner.objection(calls)
                .or(() -> new Tally().steps(calls.size()) ? Optional.empty() : Optional.of(runner.tooManySteps()));
        return failure.map(FirstStep::failure)
                .orElseGet(() -> FirstStep.calls(calls.stream()
                        .map(call -> ShownCall.of(runner.egress.route(call), redactor))
                        .toList()));
    }
}
