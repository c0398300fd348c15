package io.indago.routes.api;

import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.LimitOverride;
import io.indago.routes.limit.LimitPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rate limits there are.
 *
 * @param user everybody's, {@code 600/1m, 50000/1d}
 * @param client every client's
 * @param settings who has one of his own by the settings
 * @param overrides who has one of his own for now, by an administrator
 */
record LimitsDocument(String user, String client, List<Particular> settings, List<Override> overrides) {

    LimitsDocument {
        settings = List.copyOf(settings);
        overrides = List.copyOf(overrides);
    }

    /** A limit of one user or client. */
    record Particular(String kind, String name, String limit) {
        private static Stream<Particular> of(LimitPolicy policy, LimitKind kind) {
            return policy.particular(kind).entrySet().stream()
                    .map(own -> new Particular(
                            kind.id(), own.getKey(), own.getValue().toString()));
        }
    }

    /** A limit of one user or client for a time. */
    record Override(String kind, String name, String limit, Instant until, String by, String reason, Instant at) {
        static Override of(LimitOverride override) {
            return new Override(
                    override.kind().id(),
                    override.name(),
                    override.limit().toString(),
                    override.until(),
                    override.by(),
                    override.reason(),
                    override.at());
        }
    }

    /** What holds for one now. */
    record Holding(String kind, String name, String limit) {}

    static LimitsDocument of(LimitPolicy policy, List<LimitOverride> overrides) {
        return new LimitsDocument(
                policy.usual(LimitKind.USER).toString(),
                policy.usual(LimitKind.CLIENT).toString(),
                Stream.of(LimitKind.values())
                        .flatMap(kind -> Particular.of(policy, kind))
                        .sorted(Comparator.comparing(Particular::kind).thenComparing(Particular::name))
                        .toList(),
                overrides.stream().map(Override::of).toList());
    }
}
