package io.indago.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plugin did wrong at lookups and health checks, in words for its author; the last few of it. */
final class Mistakes {
    private static final int KEPT = 3;

    private final Map<String, Integer> times = new LinkedHashMap<>();

    synchronized void add(String sentence) {
        int before = times.getOrDefault(sentence, 0);
        times.remove(sentence); // it is the latest now
        times.put(sentence, before + 1);
        if (times.size() > KEPT) {
            times.remove(times.keySet().iterator().next());
        }
    }

    synchronized List<String> sentences() {
        return times.entrySet().stream()
                .map(mistake ->
                        mistake.getKey() + (mistake.getValue() == 1 ? "" : " (" + times(mistake.getValue()) + ")"))
                .toList();
    }

    static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
