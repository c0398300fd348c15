package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.Evidence;
import io.indago.spi.Report;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the entries of Google's lists amount to. The lists know only what is bad: what is on none is not harmless. */
final class SafeBrowsingReport {
    private static final int CONFIDENCE = 90;
    private static final String STATUS_PAGE = "https://transparencyreport.google.com/safe-browsing/search?url=";

    private SafeBrowsingReport() {}

    static Report of(String url, List<Threat> threats) {
        return threats.isEmpty() ? Report.noData("Google has it on none of its lists") : hit(url, threats);
    }

    private static Report hit(String url, List<Threat> threats) {
        List<Threat> worstFirst = threats.stream()
                .sorted(Comparator.comparingInt(Threat::score).reversed())
                .toList();
        String kinds = worstFirst.stream().map(Threat::words).distinct().collect(Collectors.joining(" and "));
        Report.Builder report = Report.hit("Google lists it as " + kinds)
                .opinion(worstFirst.get(0).score(), CONFIDENCE)
                .tags(worstFirst.stream().map(Threat::tag).toList())
                .reference(URI.create(STATUS_PAGE + URLEncoder.encode(url, StandardCharsets.UTF_8)));
        worstFirst.stream().distinct().map(SafeBrowsingReport::evidence).forEach(report::evidence);
        return report.build();
    }

    private static Evidence evidence(Threat threat) {
        String listed = threat.url().isBlank() ? "it" : threat.url();
        String details = threat.details().isEmpty() ? "" : " (" + String.join(", ", threat.details()) + ")";
        return Evidence.of("listed", listed + " is listed as " + threat.words() + details)
                .value(threat.tag());
    }
}
