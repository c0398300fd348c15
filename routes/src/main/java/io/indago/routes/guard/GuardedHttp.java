package io.indago.routes.guard;

import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpPort;
import io.indago.host.RetryAfter;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls within their provider's quota, waits while the provider wants to be left alone, as long as the call's
 * deadline allows either, and repeats once what may work the second time: a GET that met no connection, a broken one, a
 * 502, 503 or 504, or a limit that ends in time; as far as the {@link RetryBudget} allows, and only with more time left than
 * the provider usually takes.
 */
public final class GuardedHttp implements HttpPort {
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    private static final int TOO_MANY = 429;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final HttpPort http;
    private final ProviderGuards guards;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Retry retry;

    public GuardedHttp(HttpPort http, ProviderGuards guards, ScheduledExecutorService timer, Clock clock) {
        this.http = http;
        this.guards = guards;
        this.timer = timer;
        this.clock = clock;
        retry = Retry.of(
                "provider-calls",
                RetryConfig.<Attempt>custom()
                        .maxAttempts(2)
                        .retryOnResult(Attempt::isToBeRepeated)
                        .intervalBiFunction((number, attempt) -> pause(attempt))
                        .build());
    }

    private static long pause(Either<Throwable, Attempt> attempt) {
        return attempt.isRight() ? Math.max(1, attempt.get().pause.toMillis()) : 1;
    }

    @Override
    public CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limits) {
        ProviderGuard guard = guards.of(provider);
        guard.retries().deposit();
        AtomicInteger number = new AtomicInteger();
        return retry.executeCompletionStage(
                        timer, () -> attempt(guard, provider, call, limits, number.incrementAndGet()))
                .thenCompose(Attempt::outcome);
    }

    private CompletionStage<Attempt> attempt(
            ProviderGuard guard, String provider, HttpCall call, CallLimits limits, int number) {
        return made(guard, provider, call, limits).handle((reply, failure) -> {
            Optional<Duration> retryAfter = retryAfter(reply);
            if (reply != null && reply.status() == TOO_MANY && !call.sees(TOO_MANY)) {
                guard.coolDown().begin(retryAfter);
            }
            return new Attempt(guard, call, limits, number, reply, unwrapped(failure), retryAfter);
        });
    }

    private CompletionStage<HttpReply> made(ProviderGuard guard, String provider, HttpCall call, CallLimits limits) {
        return admitted(guard, limits)
                .thenCompose(ticket -> ticket.isPresent()
                        ? sent(ticket.get(), guard, provider, call, limits)
                        : CompletableFuture.<HttpReply>failedStage(SpentLimit.failure(guard)));
    }

    /** Sends it, unless it waits so long for a connection that it has to be admitted again. */
    private CompletionStage<HttpReply> sent(
            QuotaTicket ticket, ProviderGuard guard, String provider, HttpCall call, CallLimits limits) {
        Departure departure = new Departure(limits, guard, ticket, clock);
        CompletionStage<HttpReply> sent = http.send(provider, call, departure).whenComplete((reply, failure) -> {
            if (failure != null && !departure.hasLeft()) {
                ticket.unused();
            } else {
                ticket.over();
            }
        });
        return sent.handle((reply, failure) -> departure.isHeldUp() ? made(guard, provider, call, limits) : sent)
                .thenCompose(Function.identity());
    }

    /** The right to make the call, perhaps after a while; empty when there is none in time. */
    private CompletionStage<Optional<QuotaTicket>> admitted(ProviderGuard guard, CallLimits limits) {
        Duration left = left(limits);
        Duration cooling = guard.coolDown().left();
        if (cooling.compareTo(left) >= 0 && !cooling.isZero()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        if (guard.quota().isEmpty()) {
            return after(cooling).thenApply(waited -> Optional.of(QuotaTicket.FREE));
        }
        QuotaMeter quota = guard.quota().get();
        return after(cooling)
                .thenCompose(waited -> quota.take(limits.caller(), left(limits), timer))
                .thenCompose(
                        ticket -> ticket.isPresent() && !guard.coolDown().left().isZero()
                                ? againLater(ticket.get(), guard, limits)
                                : CompletableFuture.completedStage(ticket));
    }

    /** Meanwhile the provider has asked to be left alone. */
    private CompletionStage<Optional<QuotaTicket>> againLater(
            QuotaTicket ticket, ProviderGuard guard, CallLimits limits) {
        ticket.unused();
        return admitted(guard, limits);
    }

    private CompletionStage<Boolean> after(Duration time) {
        if (time.isZero()) {
            return CompletableFuture.completedStage(true);
        }
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        timer.schedule(() -> over.complete(true), time.toNanos(), TimeUnit.NANOSECONDS);
        return over;
    }

    private Duration left(CallLimits limits) {
        return Duration.between(clock.instant(), limits.deadline());
    }

    private Optional<Duration> retryAfter(@Nullable HttpReply reply) {
        return reply == null ? Optional.empty() : RetryAfter.of(reply, clock.instant());
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** One request, as it ended. */
    private final class Attempt {
        private final ProviderGuard guard;
        private final HttpCall call;
        private final CallLimits limits;
        private final int number;
        private final @Nullable HttpReply reply;
        private final @Nullable Throwable failure;
        private final Duration pause;
        private final boolean mayHelp;

        Attempt(
                ProviderGuard guard,
                HttpCall call,
                CallLimits limits,
                int number,
                @Nullable HttpReply reply,
                @Nullable Throwable failure,
                Optional<Duration> retryAfter) {
            this.guard = guard;
            this.call = call;
            this.limits = limits;
            this.number = number;
            this.reply = reply;
            this.failure = failure;
            pause = retryAfter.orElseGet(
                    () -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS)));
            mayHelp = reply == null
                    ? failure instanceof HttpFailure broken && broken.kind() == HttpFailure.Kind.UNAVAILABLE
                    : PASSING.contains(reply.status()) || reply.status() == TOO_MANY && retryAfter.isPresent();
        }

        boolean isToBeRepeated() {
            return number == 1
                    && mayHelp
                    && call.method().equals("GET")
                    && (reply == null || !call.sees(reply.status()) && !call.isNoData(reply.status()))
                    && !limits.over().toCompletableFuture().isDone()
                    && left(limits).minus(pause).compareTo(guard.p95()) > 0
                    && guard.retries().withdraw();
        }

        CompletionStage<HttpReply> outcome() {
            return failure == null ? CompletableFuture.completedStage(reply) : CompletableFuture.failedStage(failure);
        }
    }
}
