package io.indago.plugins.bundle;

import io.indago.host.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many bodies of each provider came to what. */
final class Tally {
    private static final String ROW = "%-22s %6s %7s %5s %8s %8s %7s%n";

    private final Map<String, Row> rows = new TreeMap<>();

    private static final class Row {
        private int given;
        private int passed;
        private final Map<Status, AtomicInteger> ended = new EnumMap<>(Status.class);

        private int ended(Status... statuses) {
            int sum = 0;
            for (Status status : statuses) {
                sum += ended.getOrDefault(status, new AtomicInteger()).get();
            }
            return sum;
        }

        private Object[] cells(String provider) {
            return new Object[] {
                provider,
                given,
                passed,
                ended(Status.HIT),
                ended(Status.NO_DATA),
                ended(Status.UNAUTHORISED, Status.RATE_LIMITED),
                ended(Status.ERROR)
            };
        }
    }

    void given(String provider) {
        row(provider).given++;
    }

    void ended(String provider, Status status) {
        row(provider)
                .ended
                .computeIfAbsent(status, unseen -> new AtomicInteger())
                .incrementAndGet();
    }

    void passed(String provider) {
        row(provider).passed++;
    }

    private Row row(String provider) {
        return rows.computeIfAbsent(provider, unseen -> new Row());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder(ROW.formatted("provider", "given", "passed", "hit", "no data", "refused", "errors"));
        Row all = new Row();
        rows.forEach((provider, row) -> {
            table.append(ROW.formatted(row.cells(provider)));
            all.given += row.given;
            all.passed += row.passed;
            row.ended.forEach((status, count) -> all.ended
                    .computeIfAbsent(status, unseen -> new AtomicInteger())
                    .addAndGet(count.get()));
        });
        return table.append(ROW.formatted(all.cells("all"))).toString();
    }
}
