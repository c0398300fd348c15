package io.indago.routes.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.indago.routes.accounting.Caller;
import io.indago.routes.limit.RateDecision.Refusal;
import io.indago.routes.limit.RateMeter.Left;
import io.indago.routes.limit.RateMeter.Taken;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts what each user and each client asks of this replica. A meter nobody asked for a day is full and forgotten, and so
 * is the one longest unused when there are very many.
 */
public final class RateLimits {
    private static final int MOST_METERS = 50_000;

    private final LimitPolicy policy;
    private final TimeMeter time;
    private final Cache<Key, RateMeter> meters;

    /** @param nanos a clock that never steps, in nanoseconds */
    public RateLimits(LimitPolicy policy, LongSupplier nanos) {
        this.policy = policy;
        time = new Meter(nanos);
        meters = Caffeine.newBuilder()
                .expireAfterAccess(RateLimit.LONGEST.plusHours(1))
                .maximumSize(MOST_METERS)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
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
                        (any, old) ->
                                old != null && old.limit().equals(limit) ? old : new RateMeter(kind, limit, time)));
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
