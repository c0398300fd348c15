package io.indago.routes.limit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Which limit holds for whom: what an administrator set for now, else what the settings say of that one, else of all. */
public final class LimitPolicy {
    private final Map<LimitKind, RateLimit> usual;
    private final Map<LimitKind, Map<String, RateLimit>> particular;
    private final LimitOverrides overrides;
    private final Clock clock;

    /**
     * @param usual of everybody, for each kind
     * @param particular of those who have one of their own, by name
     */
    public LimitPolicy(
            Map<LimitKind, RateLimit> usual,
            Map<LimitKind, Map<String, RateLimit>> particular,
            LimitOverrides overrides,
            Clock clock) {
        this.usual = Map.copyOf(usual);
        this.particular = Map.copyOf(particular);
        this.overrides = requireNonNull(overrides, "overrides");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The limit that holds now. */
    public RateLimit of(LimitKind kind, String name) {
        Optional<LimitOverride> set = overrides.find(kind, name);
        if (set.isPresent() && clock.instant().isBefore(set.get().until())) {
            return set.get().limit();
        }
        return configured(kind, name);
    }

    /** What the settings say, whatever is set for now. */
    RateLimit configured(LimitKind kind, String name) {
        RateLimit own = particular.getOrDefault(kind, Map.of()).get(name);
        return own == null ? usual(kind) : own;
    }

    /** Of everybody of that kind. */
    public RateLimit usual(LimitKind kind) {
        return requireNonNull(usual.get(kind), "a limit for each kind");
    }

    /** Those the settings give a limit of their own, by name. */
    public Map<String, RateLimit> particular(LimitKind kind) {
        return particular.getOrDefault(kind, Map.of());
    }
}
