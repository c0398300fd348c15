package io.indago.plugins.intelx;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a search found, where and when. To be mentioned is no opinion, unless the operator wants leaks to be one. */
final class IntelxReport {
    private static final int LEAKED = 30;
    private static final int CONFIDENCE = 30;
    private static final int MAX_SHOWN = 5;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final Pattern LEAK = Pattern.compile("(leaks|darknet)(\\..*)?");

    private final Found found;

    private IntelxReport(Found found) {
        this.found = found;
    }

    static Report of(Found found, boolean judgesLeaks) {
        return found.records().isEmpty()
                ? Report.noData("Intelligence X has no mention of it")
                : new IntelxReport(found).read(judgesLeaks);
    }

    private Report read(boolean judgesLeaks) {
        int count = found.records().size();
        String records = (found.over() ? "" : "at least ") + count + (count == 1 ? " record" : " records");
        boolean leaked = found.records().stream()
                .anyMatch(record -> LEAK.matcher(record.textAt("/bucket", "")).matches());
        Report.Builder report = Report.hit("mentioned in " + records + (leaked ? ", some of leaks or the darknet" : ""))
                .evidence(Evidence.of("records", "it is in " + records).value(Integer.toString(count)));
        if (leaked && judgesLeaks) {
            report.opinion(LEAKED, CONFIDENCE);
        }
        Evidence.listing("buckets", "found in ", buckets()).ifPresent(report::evidence);
        found.records().stream().limit(MAX_SHOWN).forEach(record -> {
            report.evidence(evidence(record));
            page(record).ifPresent(report::reference);
        });
        for (JsonView record : found.records()) {
            time(record).ifPresent(report::lastSeen);
            if (found.over() && !found.isFull()) {
                time(record).ifPresent(report::firstSeen);
            }
        }
        return report.build();
    }

    /** {@code Pastes 10}: how many records of each. */
    private List<String> buckets() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.records().forEach(record -> counts.merge(bucket(record), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(bucket -> bucket.getKey() + " " + bucket.getValue())
                .toList();
    }

    private static String bucket(JsonView record) {
        return text(record, "/bucketh").or(() -> text(record, "/bucket")).orElse("a place without a name");
    }

    private static Evidence evidence(JsonView record) {
        String name = text(record, "/name").orElse("a record whose name is not shown");
        Evidence evidence = Evidence.of(
                "record",
                name + " (" + text(record, "/mediah").map(media -> media + ", ").orElse("") + bucket(record) + ")");
        Evidence dated = time(record).map(evidence::observedAt).orElse(evidence);
        return text(record, "/systemid").map(dated::value).orElse(dated);
    }

    private static Optional<URI> page(JsonView record) {
        return text(record, "/systemid")
                .filter(ID.asMatchPredicate())
                .map(id -> URI.create("https://intelx.io/?did=" + id));
    }

    /** When it was made or found, else when Intelligence X got it. */
    private static Optional<String> time(JsonView record) {
        return text(record, "/date").or(() -> text(record, "/added"));
    }

    private static Optional<String> text(JsonView record, String pointer) {
        return record.at(pointer).text().filter(text -> !text.isBlank());
    }
}
