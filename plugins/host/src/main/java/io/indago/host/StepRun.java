package io.indago.host;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One lookup or health check on its way from step to step. Code of the plugin runs on the plugin's threads; what it
 * answers hops to a host thread, which performs the step. A reply hops from the port's thread to the plugin's.
 */
final class StepRun<T> {
    private static final Supplier<String> OWN_CODE = () -> "the plugin's own code";

    private final StepRunner runner;
    private final Class<T> type;
    private final StepContext context;
    private final HttpPort http;
    private final long begun = System.nanoTime();
    /** In nanoseconds, so that a step of the clock moves no deadline. */
    private volatile long deadline;

    private final Tally tally = new Tally();
    private final CompletableFuture<Ending<T>> ending = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Supplier<String> waitingFor = OWN_CODE;
    private volatile @Nullable PluginTask task;
    private volatile @Nullable Future<?> alarm;

    StepRun(StepRunner runner, Class<T> type, StepContext context) {
        this.runner = runner;
        this.type = type;
        this.context = context;
        http = runner.ports.get();
        deadline = begun + context.timeLeft().toNanos();
    }

    /** Completes by the deadline and never fails. */
    CompletionStage<Ending<T>> result() {
        return ending.minimalCompletionStage();
    }

    void begin(StepRunner.Start<T> start) {
        if (context.timeLeft().isZero()) {
            fail(Outcome.without(Status.TIMEOUT, "no time was left to ask it"));
        } else {
            watchDeadline();
            ask(() -> start.first(context));
        }
    }

    /** Goes on to that deadline, if it is later than its own. */
    synchronized void extendTo(Instant later) {
        if (context.extendTo(later) && !over.get()) {
            deadline = System.nanoTime() + context.timeLeft().toNanos();
            watchDeadline();
        }
    }

    void kill(String reason) {
        fail(Outcome.without(Status.KILLED, reason));
    }

    /** What it waits for now, as part of a sentence. */
    String waitingFor() {
        return waitingFor.get();
    }

    private synchronized void watchDeadline() {
        Future<?> before = alarm;
        if (before != null) {
            before.cancel(false);
        }
        alarm = runner.host.after(Duration.ofNanos(deadline - System.nanoTime()), this::deadlinePassed);
    }

    private void ask(Callable<Step<T>> code) {
        if (over.get()) {
            return;
        }
        waitingFor = OWN_CODE;
        PluginTask next = new PluginTask(
                runner.plugin,
                () -> deadline,
                () -> {
                    Answer<T> answer = Answer.of(code, runner);
                    runner.host.execute(() -> carryOn(answer));
                },
                reason -> fail(Outcome.error(ErrorCause.STUCK, reason)));
        task = next;
        runner.plugin.submit(next);
    }

    /** On a host thread, as all that follows. */
    private void carryOn(Answer<T> answer) {
        if (over.get()) {
            return;
        }
        try {
            answer.failure().ifPresent(this::fail);
            answer.step().ifPresent(this::perform);
            answer.later().ifPresent(this::await);
        } catch (RuntimeException ours) {
            fail(runner.failures.internal("the host failed at a step: " + runner.failures.describe(ours)));
        }
    }

    private void perform(Step<T> step) {
        if (step instanceof Step.Done<T> done) {
            finish(done.result());
        } else if (step instanceof Step.Call<T> one) {
            send(List.of(one.call()), replies -> one.next().apply(replies.get(0)));
        } else if (step instanceof Step.Calls<T> several) {
            send(several.calls(), several.next());
        } else if (step instanceof Step.Wait<T> wait) {
            pause(wait);
        }
    }

    /** Not as a {@code T}: a plugin compiled with unchecked casts could end with anything. */
    private void finish(Object result) {
        if (type.isInstance(result)) {
            end(Optional.of(type.cast(result)), Optional.empty());
        } else {
            fail(runner.failures.internal("the plugin's last step holds no " + type.getSimpleName() + " but a "
                    + result.getClass().getName() + ": end with Step.done(…) of a " + type.getSimpleName()));
        }
    }

    private void send(List<HttpCall> calls, StepFunction<List<HttpReply>, T> next) {
        Optional<Outcome> objection = runner.objection(calls);
        if (objection.isPresent()) {
            fail(objection.get());
        } else if (counts(calls.size())) {
            waitingFor = () -> calls.stream()
                    .map(call -> call.uri().getHost())
                    .distinct()
                    .collect(Collectors.joining(" and ", "the call to ", ""));
            new CallRound(runner, http, calls, tally, this::fail, replies -> ask(() -> next.apply(replies)))
                    .send(new Limits(tally.bytesLeft()));
        }
    }

    private void pause(Step.Wait<T> wait) {
        if (wait.time().compareTo(context.timeLeft()) >= 0) {
            fail(runner.tooLongAWait(wait.time()));
        } else if (counts(1)) {
            waitingFor = () -> "the next poll";
            runner.host.after(wait.time(), () -> ask(wait.next()));
        }
    }

    private void await(CompletableFuture<Answer<T>> later) {
        if (counts(1)) {
            waitingFor = () -> "the stage the plugin awaits, which is to complete by LookupContext.deadline()";
            later.thenAcceptAsync(this::carryOn, runner.host);
            ending.thenRun(() -> later.cancel(false)); // a stage that never completes holds on to nothing of ours
        }
    }

    private boolean counts(int steps) {
        boolean allowed = tally.steps(steps);
        if (!allowed) {
            fail(runner.tooManySteps());
        }
        return allowed;
    }

    private void deadlinePassed() {
        if (deadline - System.nanoTime() > 0) {
            return; // it was extended, and another alarm is set
        }
        fail(Outcome.without(Status.TIMEOUT, "not finished by the deadline: it was waiting for " + waitingFor.get()));
        PluginTask last = task;
        if (last != null) {
            runner.plugin.abandon(last);
        }
        runner.plugin.sweep();
    }

    private void fail(Outcome outcome) {
        end(Optional.empty(), Optional.of(outcome));
    }

    private void end(Optional<T> result, Optional<Outcome> failure) {
        if (over.compareAndSet(false, true)) {
            Future<?> set = alarm;
            if (set != null) {
                set.cancel(false);
            }
            runner.over(this);
            failure.filter(outcome -> outcome.errorCause().equals(Optional.of(ErrorCause.INTERNAL)))
                    .ifPresent(outcome -> runner.plugin.mistakes().add(outcome.reason()));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Ending<T> end = new Ending<>(result, failure, tally.calls(), tally.bytes(), took);
            runner.host.run(() -> ending.complete(end));
        }
    }

    /** A call's part of what the run may take. */
    private final class Limits implements CallLimits {
        private final long maxBytes;

        Limits(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public Instant deadline() {
            return context.deadline();
        }

        @Override
        public long maxBytes() {
            return maxBytes;
        }

        @Override
        public String caller() {
            return context.caller();
        }

        @Override
        public void attempt() {
            tally.call();
        }

        @Override
        public CompletionStage<?> over() {
            return ending;
        }
    }
}
