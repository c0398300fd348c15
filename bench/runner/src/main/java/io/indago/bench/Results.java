package io.indago.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Everything measured: per server and cell, a measurement of each round. */
final class Results {
    private final Map<Key, List<Measurement>> rounds = new LinkedHashMap<>();

    private record Key(String server, Cell cell) {}

    void add(Server server, Cell cell, Measurement measurement) {
        rounds.computeIfAbsent(new Key(server.name(), cell), key -> new ArrayList<>())
                .add(measurement);
    }

    List<Measurement> of(String server, Cell cell) {
        return rounds.getOrDefault(new Key(server, cell), List.of());
    }

    /** The median of the rounds' ratios between two servers, which is steadier than the ratio of the medians. */
    double ratio(String server, String other, Cell cell, Function<Measurement, Double> value) {
        List<Measurement> mine = of(server, cell);
        List<Measurement> others = of(other, cell);
        return Medians.of(IntStream.range(0, mine.size())
                .mapToObj(i -> value.apply(mine.get(i)) / value.apply(others.get(i)))
                .toList());
    }

    List<Measurement> all() {
        return rounds.values().stream().flatMap(List::stream).toList();
    }
}
