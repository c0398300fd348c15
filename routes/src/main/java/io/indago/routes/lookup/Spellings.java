package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Reliability;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ways one name is written, and who writes it so. */
final class Spellings {
    /** Spelling → provider → its reliability. */
    private final TreeMap<String, Map<String, Reliability>> writers = new TreeMap<>();

    void add(String spelling, ProviderReport by) {
        writers.computeIfAbsent(spelling, unseen -> new TreeMap<>())
                .merge(by.provider(), by.reliability(), (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** That of most providers; of several the most reliable provider's; of several the first in the alphabet. */
    String shown() {
        Comparator<Map<String, Reliability>> better = Comparator.<Map<String, Reliability>>comparingInt(Map::size)
                .thenComparing(who -> Collections.min(who.values()), Comparator.reverseOrder());
        return writers.entrySet().stream()
                .min(Map.Entry.<String, Map<String, Reliability>>comparingByValue(better.reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** The ids of all of them, sorted. */
    List<String> sources() {
        TreeSet<String> all = new TreeSet<>();
        writers.values().forEach(who -> all.addAll(who.keySet()));
        return List.copyOf(all);
    }
}
