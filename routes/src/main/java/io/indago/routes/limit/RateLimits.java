package io.indago.routes.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.github.bucket4j.TimeMeter;
import io.indago.routes.accounting.Caller;
import io.indago.routes.guard.QuotaLedger;
import io.indago.routes.limit.RateDecision.Refusal;
import io.indago.routes.limit.RateMeter.Left;
import io.indago.routes.limit.RateMeter.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each user and each client asks: in short windows of this replica, in long ones of all together. A meter nobody
 * asked for a day is full and forgotten, and so is the one longest unused when there are very many.
 */
public final class RateLimits implements AutoCloseable {
    /** Windows so long are worth asking for. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final int MOST_METERS = 50_000;

    private final LimitPolicy policy;
    private final TimeMeter time;
    private final Optional<QuotaLedger> ledger;
    private final Cache<Key, RateMeter> meters;

    /**
     * @param nanos a clock that never steps, in nanoseconds
     * @param ledger where replicas count long windows together; empty for a replica that shares nothing
     */
    public RateLimits(LimitPolicy policy, LongSupplier nanos, Optional<QuotaLedger> ledger) {
        this.policy = policy;
        this.ledger = ledger;
        time = new Meter(nanos);
        meters = Caffeine.newBuilder()
                .expireAfterAccess(RateLimit.LONGEST.plusHours(1))
                .maximumSize(MOST_METERS)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .removalListener((Key key, RateMeter meter, RemovalCause cause) -> close(meter))
                .build();
    }

    private record Key(LimitKind kind, String id) {}

    /**
     * Counts a request of that caller, unless it is one too many for him or for his client.
     *
     * @param weight how many requests it is worth: as many as indicators are looked up
     */
    public RateDecision take(Caller caller, long weight) {
        Optional<RateMeter> user = caller.subject().isEmpty()
                ? Optional.empty()
                : meter(LimitKind.USER, caller.subject(), caller.username());
        Optional<RateMeter> client = caller.client().isEmpty()
                ? Optional.empty()
                : meter(LimitKind.CLIENT, caller.client(), caller.client());
        if (user.isEmpty() && client.isEmpty()) {
            return RateDecision.UNLIMITED;
        }
        String policies = user.map(RateMeter::policies).orElse("")
                + (user.isPresent() && client.isPresent() ? ", " : "")
                + client.map(RateMeter::policies).orElse("");
        Optional<Left> scarcest = Optional.empty();
        if (user.isPresent()) {
            Taken taken = user.get().take(weight);
            if (!taken.granted()) {
                return refused(LimitKind.USER, user.get(), taken, policies);
            }
            scarcest = Optional.of(taken.scarcest());
        }
        if (client.isPresent()) {
            Taken taken = client.get().take(weight);
            if (!taken.granted()) {
                user.ifPresent(meter -> meter.giveBack(weight));
                return refused(LimitKind.CLIENT, client.get(), taken, policies);
            }
            scarcest = Left.scarcer(scarcest, taken.scarcest());
        }
        return new RateDecision(
                Optional.empty(), policies, scarcest.map(Left::field).orElse(""));
    }

    private static RateDecision refused(LimitKind kind, RateMeter meter, Taken taken, String policies) {
        Refusal refusal = new Refusal(kind, meter.limit(), taken.freeIn());
        return new RateDecision(Optional.of(refusal), policies, taken.scarcest().field());
    }

    /** Empty where there is no limit. One whose limit has changed begins anew. */
    private Optional<RateMeter> meter(LimitKind kind, String id, String name) {
        RateLimit limit = policy.of(kind, name);
        if (limit.windows().isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key(kind, id);
        RateMeter known = meters.getIfPresent(key);
        if (known != null && known.limit().equals(limit)) {
            return Optional.of(known);
        }
        return Optional.of(meters.asMap()
                .compute(
                        key,
                        (any, old) -> old != null && old.limit().equals(limit)
                                ? old
                                : new RateMeter(kind, limit, shared(kind, id, limit), time)));
    }

    private List<SharedCount> shared(LimitKind kind, String id, RateLimit limit) {
        return ledger.stream()
                .flatMap(counted -> limit.windows().stream()
                        .filter(window -> window.window().compareTo(LONG) >= 0)
                        .map(window -> new SharedCount(window, kind.id() + " " + id, counted)))
                .toList();
    }

    private static void close(@Nullable RateMeter meter) {
        if (meter != null) {
            meter.close();
        }
    }

    /** What was leased and not spent is for the other replicas. */
    @Override
    public void close() {
        meters.invalidateAll();
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
