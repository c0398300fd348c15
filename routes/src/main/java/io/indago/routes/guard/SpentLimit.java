package io.indago.routes.guard;

import io.indago.host.HttpFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a provider is not called though it may be asked: its rate limit or our quota is spent. */
public final class SpentLimit {
    private SpentLimit() {}

    /** Why it could not be called within that time; empty when it could, perhaps after a while. Takes no call. */
    public static Optional<HttpFailure> within(ProviderGuard guard, Duration patience) {
        return wait(guard).compareTo(patience) >= 0 && !wait(guard).isZero()
                ? Optional.of(failure(guard))
                : Optional.empty();
    }

    static HttpFailure failure(ProviderGuard guard) {
        Duration wait = wait(guard);
        return HttpFailure.rateLimited(reason(guard) + " in " + (wait.toSeconds() + 1) + " s" + advice(guard), wait);
    }

    private static String reason(ProviderGuard guard) {
        if (!guard.coolDown().left().isZero()) {
            return "its rate limit is spent, and the next call is free";
        }
        return isCutOff(guard)
                ? "our quota is shared with other replicas by PostgreSQL, which can't be asked, and what was leased is"
                        + " spent: " + quotas(guard) + "; it is asked again"
                : "our quota is spent: " + quotas(guard) + ", and the next call is free";
    }

    private static String advice(ProviderGuard guard) {
        return guard.coolDown().left().isZero() && !isCutOff(guard)
                ? "; if your plan allows more, say so in its setting quota"
                : "";
    }

    private static boolean isCutOff(ProviderGuard guard) {
        return guard.quota().filter(QuotaMeter::isCutOff).isPresent();
    }

    private static Duration wait(ProviderGuard guard) {
        Duration cooling = guard.coolDown().left();
        return cooling.isZero() ? guard.quota().map(QuotaMeter::freeIn).orElse(Duration.ZERO) : cooling;
    }

    private static String quotas(ProviderGuard guard) {
        return guard.quotas().stream().map(left -> left.quota().toString()).collect(Collectors.joining(" and "));
    }
}
