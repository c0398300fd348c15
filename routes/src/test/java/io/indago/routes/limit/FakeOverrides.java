package io.indago.routes.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Overrides in memory. */
public final class FakeOverrides implements LimitOverrides {
    private final Map<String, LimitOverride> set = new ConcurrentHashMap<>();

    @Override
    public Optional<LimitOverride> find(LimitKind kind, String name) {
        return Optional.ofNullable(set.get(kind.id() + " " + name));
    }

    @Override
    public List<LimitOverride> all() {
        return List.copyOf(set.values());
    }

    @Override
    public void set(LimitOverride override) {
        set.put(override.kind().id() + " " + override.name(), override);
    }

    @Override
    public boolean clear(LimitKind kind, String name) {
        return set.remove(kind.id() + " " + name) != null;
    }
}
