package io.indago.bench;

import java.util.ArrayList;
import java.util.List;

/** Lists one after another. */
final class Lists {
    private Lists() {}

    @SafeVarargs
    static <T> List<T> join(List<T>... parts) {
        List<T> all = new ArrayList<>();
        for (List<T> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
