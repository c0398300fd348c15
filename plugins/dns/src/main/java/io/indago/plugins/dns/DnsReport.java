package io.indago.plugins.dns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.indago.spi.Evidence;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the resolver's answers amount to. */
final class DnsReport {
    /** Whoever owns a name decides how many records it has. */
    private static final int MAX_RECORDS_PER_TYPE = 20;

    private DnsReport() {}

    /**
     * A hit when there is any record, even if some of the answers failed.
     *
     * @throws ProviderException when there is none, and an answer failed: then nobody knows whether there is one
     */
    static Report of(Question question, List<DnsReply> replies) {
        // An alias comes with the answer to each of the questions
        List<DnsRecord> records = replies.stream()
                .flatMap(reply -> reply.records().stream())
                .distinct()
                .toList();
        List<ProviderException> failures = replies.stream()
                .map(DnsReply::failure)
                .flatMap(Optional::stream)
                .toList();
        if (!records.isEmpty()) {
            return hit(records, failures);
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return replies.stream().allMatch(reply -> reply.status() == DnsReply.NAME_ERROR)
                ? Report.noData("Unresolvable, NXDOMAIN: " + question.name() + " does not exist")
                : Report.noData("Unresolvable, NODATA: " + question.name() + " has no record of type "
                        + question.types().stream().map(Enum::name).collect(joining(", ")));
    }

    private static Report hit(List<DnsRecord> records, List<ProviderException> failures) {
        Map<String, List<DnsRecord>> byType =
                records.stream().collect(groupingBy(DnsRecord::typeName, LinkedHashMap::new, toList()));
        Report.Builder report = Report.hit(byType.entrySet().stream()
                .map(type -> summary(type.getKey(), type.getValue()))
                .collect(joining(", ")));
        byType.forEach((type, same) -> {
            same.stream().limit(MAX_RECORDS_PER_TYPE).forEach(record -> {
                report.evidence(record.evidence());
                record.related().ifPresent(report::related);
            });
            if (same.size() > MAX_RECORDS_PER_TYPE) {
                report.evidence(Evidence.of("more", (same.size() - MAX_RECORDS_PER_TYPE) + " more " + type));
            }
        });
        failures.forEach(failure -> report.evidence(Evidence.of("incomplete", failure.getMessage())));
        if (pointsInside(records)) {
            report.tags(List.of("rebinding"));
        }
        return report.build();
    }

    /** {@code A 192.0.2.7 +2}: the first that points somewhere and how many more; {@code 3 TXT} where none does. */
    private static String summary(String type, List<DnsRecord> records) {
        return records.stream()
                .flatMap(record -> record.related().stream())
                .findFirst()
                .map(first -> type + " " + first.value() + (records.size() > 1 ? " +" + (records.size() - 1) : ""))
                .orElseGet(() -> records.size() + " " + type);
    }

    /** Whether a public name resolves to an address inside: how DNS rebinding begins. */
    private static boolean pointsInside(List<DnsRecord> records) {
        return records.stream().flatMap(record -> record.address().stream()).anyMatch(ReservedNetworks::contain);
    }
}
