package io.indago.routes.lookup;

import io.indago.routes.provider.ProviderReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The reports that came back so far; immutable. */
public record ReportSet(Map<String, ProviderReport> reports) {
    static final ReportSet EMPTY = new ReportSet(Map.of());

    public ReportSet {
        reports = Map.copyOf(reports);
    }

    ReportSet plus(ProviderReport report) {
        Map<String, ProviderReport> all = new HashMap<>(reports);
        all.putIfAbsent(report.provider(), report);
        return new ReportSet(all);
    }

    Optional<ProviderReport> find(String provider) {
        return Optional.ofNullable(reports.get(provider));
    }
}
