package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The ledger compared with accounting.
 *
 * @param refused how often which status refused a lookup
 * @param broken lookups whose answer never came, or not whole
 * @param asked lookups that reached a provider
 * @param rows rows of these lookups
 * @param missing lookups that were answered, or reached a provider, and have no row
 * @param duplicates rows there are too many of
 * @param unfinished lookups that were answered, and whose row does not say so
 * @param miscounted lookups that were answered, and whose row counts other calls than the providers had
 * @param interrupted rows of lookups that were not answered, did not end, and are marked so
 * @param open rows of such that are not marked
 * @param backwards rows that took less than no time
 * @param failed lookups that got no answer, or a refusal, and were not to
 * @param complaints what else should not be
 */
public record Verdict(
        int sent,
        int answered,
        Map<Integer, Long> refused,
        int broken,
        int asked,
        int rows,
        int missing,
        int duplicates,
        int unfinished,
        int miscounted,
        int interrupted,
        int open,
        int backwards,
        int failed,
        Latencies latencies,
        List<String> complaints) {

    public Verdict {
        refused = Map.copyOf(refused);
        complaints = List.copyOf(complaints);
    }

    /**
     * @param calls how often a value was asked for at the providers
     * @param lookupsGoOn whether every lookup had to be answered
     */
    static Verdict of(Ledger ledger, ToIntFunction<String> calls, List<Row> rows, boolean lookupsGoOn) {
        Collection<Attempt> attempts = ledger.attempts();
        Map<String, List<Row>> byValue = rows.stream().collect(Collectors.groupingBy(Row::value));
        List<Attempt> answered =
                attempts.stream().filter(attempt -> attempt.is(Fate.ANSWERED)).toList();
        int missing = 0;
        int unfinished = 0;
        int miscounted = 0;
        int interrupted = 0;
        int open = 0;
        for (Attempt attempt : attempts) {
            List<Row> found = byValue.getOrDefault(attempt.value(), List.of());
            boolean isAnswered = attempt.is(Fate.ANSWERED);
            Optional<Row> own = found.stream()
                    .filter(row -> !isAnswered || row.id().equals(attempt.id()))
                    .findFirst();
            if (own.isEmpty()) {
                missing += isAnswered || calls.applyAsInt(attempt.value()) > 0 ? 1 : 0;
            } else if (isAnswered && !own.get().completed()) {
                unfinished++;
            } else if (isAnswered && !counts(own.get(), calls)) {
                miscounted++;
            } else if (own.get().interrupted()) {
                interrupted++;
            } else if (!own.get().completed()) {
                open++;
            }
        }
        int duplicates =
                byValue.values().stream().mapToInt(found -> found.size() - 1).sum();
        return new Verdict(
                attempts.size(),
                answered.size(),
                attempts.stream()
                        .filter(attempt -> attempt.is(Fate.REFUSED))
                        .collect(Collectors.groupingBy(Attempt::status, Collectors.counting())),
                (int) attempts.stream()
                        .filter(attempt -> attempt.is(Fate.BROKEN))
                        .count(),
                (int) attempts.stream()
                        .filter(attempt -> calls.applyAsInt(attempt.value()) > 0)
                        .count(),
                rows.size(),
                missing,
                duplicates,
                unfinished,
                miscounted,
                interrupted,
                open,
                (int) rows.stream().filter(Row::backwards).count(),
                lookupsGoOn ? attempts.size() - answered.size() : 0,
                ledger.latencies(),
                List.of());
    }

    /** Of nothing. */
    static Verdict none() {
        return of(new Ledger(), value -> 0, List.of(), true);
    }

    /** Every provider once, and every call that arrived there. */
    private static boolean counts(Row row, ToIntFunction<String> calls) {
        return row.providers() == ProviderStub.IDS.size() && row.calls() == calls.applyAsInt(row.value());
    }

    Verdict with(List<String> more) {
        List<String> all = new ArrayList<>(complaints);
        all.addAll(more);
        return new Verdict(
                sent,
                answered,
                refused,
                broken,
                asked,
                rows,
                missing,
                duplicates,
                unfinished,
                miscounted,
                interrupted,
                open,
                backwards,
                failed,
                latencies,
                all);
    }

    /** Whether accounting has all it needs to have; it may still be on its way when it has not. */
    boolean isComplete() {
        return missing == 0 && unfinished == 0 && open == 0;
    }

    /** Whether every promise was kept. */
    public boolean holds() {
        return faults().isEmpty();
    }

    /** In words, what was not kept. */
    public String words() {
        List<String> words = faults();
        return words.isEmpty() ? "holds" : "BROKEN: " + String.join(", ", words);
    }

    private List<String> faults() {
        List<String> words = new ArrayList<>();
        add(words, missing, "missing");
        add(words, duplicates, "twice");
        add(words, unfinished, "answered but not completed");
        add(words, miscounted, "with wrong calls");
        add(words, open, "neither completed nor interrupted");
        add(words, backwards, "with times that run backwards");
        add(words, failed, "not answered");
        latencies.complaint().ifPresent(words::add);
        words.addAll(complaints);
        return words;
    }

    private static void add(List<String> words, int count, String what) {
        if (count > 0) {
            words.add(String.format(Locale.ROOT, "%d %s", count, what));
        }
    }
}
