package io.indago.plugins.urlscan;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What scans tell, the newest first. */
record ScanFacts(List<Scan> scans) {
    private static final int MAX_RELATED = 20;
    private static final int MAX_PAGES = 3;

    void addEvidence(Report.Builder report) {
        scans.stream()
                .flatMap(scan -> ScanOpinion.of(scan).stream().map(opinion -> verdict(scan, opinion)))
                .findFirst()
                .ifPresent(report::evidence);
        Stream.of(
                        Evidence.listing("brands", "pretends to be ", all(Scan::brands)),
                        Evidence.listing("titles", "its title is ", texts("/page/title")),
                        Evidence.listing("status", "it answered ", texts("/page/status")),
                        Evidence.listing("servers", "it is served by ", texts("/page/server")))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        scans.stream()
                .flatMap(scan -> scan.uuid().stream()
                        .map(uuid -> "https://urlscan.io/screenshots/" + uuid + ".png")
                        .map(picture -> Evidence.of("screenshot", "a picture of the page: " + picture)
                                .value(picture)))
                .limit(1)
                .forEach(report::evidence);
        report.tags(all(Scan::tags));
        scans.stream()
                .flatMap(scan -> scan.page().stream())
                .distinct()
                .limit(MAX_PAGES)
                .forEach(report::reference);
        scans.stream().flatMap(scan -> scan.time().stream()).limit(1).forEach(report::lastSeen);
    }

    private static Evidence verdict(Scan scan, ScanOpinion opinion) {
        Evidence evidence =
                Evidence.of("verdict", "a scan found it " + opinion.word()).value(opinion.word());
        return scan.time().map(evidence::observedAt).orElse(evidence);
    }

    /** Where the page is, as far as it is the one asked about, and where visitors are sent instead. */
    void addPlace(Report.Builder report) {
        addNetwork(report, scan -> !scan.wasSentElsewhere());
        texts(scan -> !scan.wasSentElsewhere(), "/page/ip")
                .limit(MAX_RELATED)
                .forEach(ip -> report.related(
                        Related.of(ip.contains(":") ? IndicatorType.IPV6 : IndicatorType.IPV4, ip, "resolves-to")));
        texts(Scan::wasSentElsewhere, "/page/url")
                .limit(MAX_RELATED)
                .forEach(url -> report.related(Related.of(IndicatorType.URL, url, "redirects-to")));
    }

    /** Where the address is that the pages are served from. */
    void addPlaceOfAddress(Report.Builder report) {
        addNetwork(report, scan -> true);
        texts("/page/ptr").stream()
                .limit(MAX_RELATED)
                .forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "name")));
    }

    private void addNetwork(Report.Builder report, Predicate<Scan> which) {
        texts(which, "/page/country").limit(1).forEach(report::country);
        texts(which, "/page/asn").limit(1).forEach(report::asn);
        // Written as GOOGLE, US
        texts(which, "/page/asnname").limit(1).forEach(name -> report.asOwner(name.replaceFirst(", ?[A-Z]{2}$", "")));
    }

    void addNames(Report.Builder report, String relation) {
        texts("/page/domain").stream()
                .limit(MAX_RELATED)
                .forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, relation)));
    }

    void addPages(Report.Builder report, String relation) {
        texts("/page/url").stream()
                .limit(MAX_RELATED)
                .forEach(url -> report.related(Related.of(IndicatorType.URL, url, relation)));
    }

    /** Hosts the page loads from; only a result has them. */
    void addContacts(Report.Builder report) {
        List<String> arrived = texts("/page/domain");
        scans.stream()
                .flatMap(scan -> scan.view().at("/lists/domains").texts().stream())
                .filter(name -> !arrived.contains(name))
                .distinct()
                .limit(MAX_RELATED)
                .forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "contacts")));
    }

    private List<String> all(Function<Scan, List<String>> values) {
        return scans.stream()
                .flatMap(scan -> values.apply(scan).stream())
                .distinct()
                .toList();
    }

    private List<String> texts(String pointer) {
        return texts(scan -> true, pointer).toList();
    }

    private Stream<String> texts(Predicate<Scan> which, String pointer) {
        return scans.stream()
                .filter(which)
                .flatMap(scan -> scan.text(pointer).stream())
                .distinct();
    }
}
