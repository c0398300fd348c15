package io.indago.plugins.urlscan;

import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;

/** Reads a scan's whole result. */
final class ScanReport {
    private ScanReport() {}

    /** @throws ProviderException when it is none */
    static Report of(JsonView body) {
        if (body.at("/task").kind() != JsonView.Kind.OBJECT) {
            throw UrlscanError.of("its reply is no result: it has no object at /task", body);
        }
        Scan scan = new Scan(body);
        Optional<ScanOpinion> opinion = ScanOpinion.of(scan);
        Report.Builder report = Report.hit(opinion.map(it -> "urlscan.io scanned it, and calls it " + it.word())
                .orElse("urlscan.io scanned it, and has no opinion"));
        opinion.ifPresent(it -> report.opinion(it.score(), it.confidence()));
        ScanFacts facts = new ScanFacts(List.of(scan));
        facts.addEvidence(report);
        facts.addPlace(report);
        facts.addContacts(report);
        return report.build();
    }
}
