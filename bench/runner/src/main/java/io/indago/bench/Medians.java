package io.indago.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of a few values. */
final class Medians {
    private Medians() {}

    static double of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double of(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
        return of(rounds.stream().map(value::applyAsDouble).toList());
    }
}
