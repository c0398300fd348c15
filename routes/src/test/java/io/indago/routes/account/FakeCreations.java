package io.indago.routes.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Creations in a map, where a claim is for ever. */
final class FakeCreations implements Creations {
    private record Row(Optional<String> key, boolean claimed, boolean finished) {}

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public boolean begin(String username, String by, Optional<String> key) {
        Row row = rows.get(username);
        return (row == null || row.finished() || !row.claimed()) && claim(username, key);
    }

    @Override
    public boolean resume(String username, String by, Optional<String> key) {
        Row row = rows.get(username);
        return row != null && !row.finished() && !row.claimed() && claim(username, key);
    }

    private boolean claim(String username, Optional<String> key) {
        rows.put(username, new Row(key, true, false));
        return true;
    }

    @Override
    public boolean isUnderWay(String username) {
        return rows.containsKey(username)
                && rows.get(username).claimed()
                && !rows.get(username).finished();
    }

    @Override
    public void finish(String username) {
        rows.computeIfPresent(username, (name, row) -> new Row(row.key(), row.claimed(), true));
    }

    @Override
    public void pause(String username) {
        rows.computeIfPresent(username, (name, row) -> new Row(row.key(), false, row.finished()));
    }

    @Override
    public void drop(String username) {
        rows.computeIfPresent(username, (name, row) -> row.finished() ? row : null);
    }

    @Override
    public boolean wasMadeBy(String username, String key) {
        return rows.containsKey(username)
                && rows.get(username).finished()
                && rows.get(username).key().filter(key::equals).isPresent();
    }
}
