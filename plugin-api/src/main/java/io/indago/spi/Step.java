package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/**
 * What a plugin wants to happen next. The plugin describes, the host acts: it performs the step, within the lookup's
 * deadline, and asks the step's function for the next one, until a step is {@link Done}.
 *
 * <p>At most 20 steps and 8 MiB of replies per lookup.
 *
 * @param <T> what comes out in the end: a {@link Report} for a lookup, a {@link Health} for a health check
 * @since 1.0
 */
public sealed interface Step<T> {

    /** Finished, with that result. */
    static <T> Step<T> done(T result) {
        return new Done<>(result);
    }

    /** Make this call, then ask {@code next} with the reply. */
    static <T> Step<T> call(HttpCall call, StepFunction<HttpReply, T> next) {
        return new Call<>(call, next);
    }

    /**
     * Make these calls side by side, then ask {@code next} with the replies in the same order. If one fails, the whole
     * step fails with it.
     */
    static <T> Step<T> calls(List<HttpCall> calls, StepFunction<List<HttpReply>, T> next) {
        return new Calls<>(calls, next);
    }

    /** Ask {@code next} after that time, if the deadline allows it; for polling. */
    static <T> Step<T> pause(Duration time, Callable<Step<T>> next) {
        return new Wait<>(time, next);
    }

    /**
     * Go on when that stage completes, with the step it gives. For what is not HTTP (a vendor's SDK, a local file);
     * only providers that declare themselves {@linkplain ProviderSpec.Builder#unmanaged() unmanaged} may. Run the work
     * on {@link PluginContext#executor()} and let it end by {@link LookupContext#timeLeft()}.
     */
    static <T> Step<T> await(CompletionStage<Step<T>> stage) {
        return new Await<>(stage);
    }

    /**
     * The end, made by {@link Step#done}.
     *
     * @since 1.0
     */
    final class Done<T> implements Step<T> {
        private final T result;

        private Done(T result) {
            this.result = requireNonNull(result, "result");
        }

        public T result() {
            return result;
        }
    }

    /**
     * One call, made by {@link Step#call}.
     *
     * @since 1.0
     */
    final class Call<T> implements Step<T> {
        private final HttpCall call;
        private final StepFunction<HttpReply, T> next;

        private Call(HttpCall call, StepFunction<HttpReply, T> next) {
            this.call = requireNonNull(call, "call");
            this.next = requireNonNull(next, "next");
        }

        public HttpCall call() {
            return call;
        }

        public StepFunction<HttpReply, T> next() {
            return next;
        }
    }

    /**
     * Calls side by side, made by {@link Step#calls}.
     *
     * @since 1.0
     */
    final class Calls<T> implements Step<T> {
        private final List<HttpCall> calls;
        private final StepFunction<List<HttpReply>, T> next;

        private Calls(List<HttpCall> calls, StepFunction<List<HttpReply>, T> next) {
            this.calls = List.copyOf(calls);
            this.next = requireNonNull(next, "next");
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a step of calls needs at least one");
            }
        }

        /** At least one. */
        public List<HttpCall> calls() {
            return calls;
        }

        public StepFunction<List<HttpReply>, T> next() {
            return next;
        }
    }

    /**
     * A pause, made by {@link Step#pause}.
     *
     * @since 1.0
     */
    final class Wait<T> implements Step<T> {
        private final Duration time;
        private final Callable<Step<T>> next;

        private Wait(Duration time, Callable<Step<T>> next) {
            this.time = requireNonNull(time, "time");
            this.next = requireNonNull(next, "next");
            if (time.isNegative()) {
                throw new IllegalArgumentException("can't wait for a negative time: " + time);
            }
        }

        /** Never negative. */
        public Duration time() {
            return time;
        }

        public Callable<Step<T>> next() {
            return next;
        }
    }

    /**
     * A stage of the plugin's own, made by {@link Step#await}.
     *
     * @since 1.0
     */
    final class Await<T> implements Step<T> {
        private final CompletionStage<Step<T>> stage;

        private Await(CompletionStage<Step<T>> stage) {
            this.stage = requireNonNull(stage, "stage");
        }

        public CompletionStage<Step<T>> stage() {
            return stage;
        }
    }
}
