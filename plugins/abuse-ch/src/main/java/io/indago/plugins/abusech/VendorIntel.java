package io.indago.plugins.abusech;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What sandboxes and scanners say about a sample: {@code {"Triage": {"malware_family": …}, "Spamhaus_HBL": [{…}]}}, each
 * in a shape of its own.
 */
record VendorIntel(JsonView view) {
    /** Where a vendor's opinion may be, the clearest first. */
    private static final List<String> OPINIONS =
            List.of("/verdict", "/status", "/detection", "/threat_name", "/malware_family", "/score");

    boolean isEmpty() {
        return view.fields().isEmpty();
    }

    List<String> malwareFamilies() {
        return reports()
                .flatMap(report -> report.getValue().at("/malware_family").text().stream())
                .toList();
    }

    /** {@code ReversingLabs MALICIOUS}, {@code Triage agenttesla}. */
    List<String> opinions() {
        return reports().flatMap(VendorIntel::opinion).toList();
    }

    private static Stream<String> opinion(Map.Entry<String, JsonView> report) {
        return OPINIONS.stream()
                .flatMap(pointer -> report.getValue().at(pointer).text().stream())
                .filter(text -> !text.isBlank())
                .limit(1)
                .map(text -> report.getKey() + " " + text);
    }

    private Stream<Map.Entry<String, JsonView>> reports() {
        return view.fields().entrySet().stream().flatMap(vendor -> {
            List<JsonView> several = vendor.getValue().items();
            return several.isEmpty()
                    ? Stream.of(vendor)
                    : several.stream().map(report -> Map.entry(vendor.getKey(), report));
        });
    }
}
