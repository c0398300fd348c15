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

    /** @see Step#done */
    record Done<T>(T result) implements Step<T> {
        public Done {
            requireNonNull(result, "result");
        }
    }

    /** @see Step#call */
    record Call<T>(HttpCall call, StepFunction<HttpReply, T> next) implements Step<T> {
        public Call {
            requireNonNull(call, "call");
            requireNonNull(next, "next");
        }
    }

    /** @see Step#calls */
    record Calls<T>(List<HttpCall> calls, StepFunction<List<HttpReply>, T> next) implements Step<T> {
        public Calls {
            calls = List.copyOf(calls);
            requireNonNull(next, "next");
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a step of calls needs at least one");
            }
        }
    }

    /** @see Step#pause */
    record Wait<T>(Duration time, Callable<Step<T>> next) implements Step<T> {
        public Wait {
            requireNonNull(time, "time");
            requireNonNull(next, "next");
            if (time.isNegative()) {
                throw new IllegalArgumentException("can't wait for a negative time: " + time);
            }
        }
    }

    /** @see Step#await */
    record Await<T>(CompletionStage<Step<T>> stage) implements Step<T> {
        public Await {
            requireNonNull(stage, "stage");
        }
    }
}
