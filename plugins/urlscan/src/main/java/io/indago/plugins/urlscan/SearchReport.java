package io.indago.plugins.urlscan;

import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the scans a search found say of an indicator. */
final class SearchReport {
    private static final int CAPPED = 10_000;

    private final Indicator indicator;
    private final Search search;
    /** Those made of the indicator itself, the newest first, and as its result has it where that was read. */
    private final List<Scan> own;

    private SearchReport(Indicator indicator, Search search, Optional<Scan> newest) {
        this.indicator = indicator;
        this.search = search;
        own = new ArrayList<>(
                search.scans().stream().filter(scan -> scan.isOf(indicator)).toList());
        newest.ifPresent(result -> own.set(0, result));
    }

    /** @param newest the result of the newest scan that was made of the indicator itself, where it was read */
    static Report of(Indicator indicator, Search search, Optional<Scan> newest) {
        return search.scans().isEmpty()
                ? Report.noData("urlscan.io has no scan of it")
                : new SearchReport(indicator, search, newest).read();
    }

    private Report read() {
        Optional<ScanOpinion> opinion = opinion();
        String scans = (search.total() >= CAPPED ? "at least " : "")
                + search.total()
                + (search.total() == 1 ? " scan" : " scans");
        Report.Builder report = Report.hit("urlscan.io has " + scans + " with it"
                        + opinion.map(it -> ", the last one with a verdict is " + it.word())
                                .orElse(", without a verdict"))
                .evidence(Evidence.of("scans", "it is in " + scans).value(Long.toString(search.total())));
        opinion.ifPresent(it -> report.opinion(it.score(), it.confidence()));
        ScanFacts facts = new ScanFacts(own.isEmpty() ? search.scans() : own);
        facts.addEvidence(report);
        switch (indicator.type()) {
            case URL, DOMAIN, FQDN -> {
                facts.addPlace(report);
                facts.addContacts(report);
            }
            case IPV4, IPV6 -> {
                facts.addPlaceOfAddress(report);
                facts.addNames(report, "name");
            }
            case ASN -> facts.addNames(report, "hosts");
            default -> facts.addPages(report, "seen-on");
        }
        if (search.complete()) {
            search.scans().forEach(scan -> scan.time().ifPresent(report::firstSeen));
        }
        return report.build();
    }

    /** Of the newest scan that has one. Of a network or a file that is part of pages, pages say nothing. */
    private Optional<ScanOpinion> opinion() {
        Optional<ScanOpinion> newest =
                own.stream().flatMap(scan -> ScanOpinion.of(scan).stream()).findFirst();
        return switch (indicator.type()) {
            case IPV4, IPV6 ->
                newest.filter(it -> it.score() >= ScanOpinion.LEAST_SUSPICIOUS).map(ScanOpinion::ofItsHost);
            default -> newest;
        };
    }
}
