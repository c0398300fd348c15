package io.indago.routes.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Those who wait. Each caller has his turn, one after the other, however much he wants; what is one caller's own goes in the
 * order of coming.
 */
final class Turns<T> {
    private final Map<String, Deque<T>> lines = new LinkedHashMap<>();

    synchronized void add(String caller, T waiter) {
        lines.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(waiter);
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whose turn it is. */
    synchronized Optional<T> first() {
        return lines.values().stream().findFirst().map(Deque::peek);
    }

    /** It was his turn: the next caller's comes. */
    synchronized void firstIsServed() {
        String caller = lines.keySet().iterator().next();
        Deque<T> line = lines.remove(caller);
        line.remove();
        if (!line.isEmpty()) {
            lines.put(caller, line);
        }
    }

    /** Takes those out who wait no longer. */
    synchronized List<T> remove(Predicate<T> isOver) {
        List<T> over = new ArrayList<>();
        lines.values().forEach(line -> line.removeIf(waiter -> isOver.test(waiter) && over.add(waiter)));
        lines.values().removeIf(Collection::isEmpty);
        return over;
    }
}
