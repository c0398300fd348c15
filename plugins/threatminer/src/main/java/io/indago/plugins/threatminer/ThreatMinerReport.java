package io.indago.plugins.threatminer;

import io.indago.spi.Evidence;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is found about an indicator. */
record ThreatMinerReport(Subject subject, Indicator indicator, Findings findings) {
    private static final int ENOUGH_DETECTIONS = 3;
    private static final String ADDRESS = "[0-9.]+";

    Report read(int missing) {
        int detections = findings.detections().size();
        Report.Builder report = Report.hit(summary(detections)).reference(subject.permalink(indicator));
        if (detections >= ENOUGH_DETECTIONS) {
            report.opinion(Math.min(90, 67 + detections), 60);
        } else if (detections > 0 || isMentioned()) {
            report.opinion(40 + 5 * detections, 30);
        }
        evidence(missing).flatMap(Optional::stream).forEach(report::evidence);
        findings.metadata().ifPresent(file -> describe(report, file));
        findings.network().ifPresent(network -> place(report, network));
        findings.whois().ifPresent(whois -> {
            Findings.text(whois, "/registrant_info/Country").ifPresent(report::country);
            whois.at("/nameservers").texts().forEach(name -> relate(report, name, "name-server"));
        });
        for (JsonView record : findings.passiveDns()) {
            Findings.text(record, "/first_seen").ifPresent(report::firstSeen);
            Findings.text(record, "/last_seen").ifPresent(report::lastSeen);
            Findings.text(record, "/ip").ifPresent(address -> relate(report, address, "resolves-to"));
            Findings.text(record, "/domain").ifPresent(name -> relate(report, name, "name"));
        }
        findings.names().forEach(name -> relate(report, name, "subdomain"));
        findings.contacted().forEach(host -> relate(report, host, "contacts"));
        findings.samples().forEach(hash -> report.related(Related.of(hashType(hash), hash, "contacted-by")));
        return report.build();
    }

    /** A file that ThreatMiner has is one that somebody collected as malware. */
    private boolean isMentioned() {
        return !findings.reports().isEmpty()
                || !findings.samples().isEmpty()
                || subject.isFile() && findings.metadata().isPresent();
    }

    private String summary(int detections) {
        String mentions = findings.reports().size() + " reports mention it";
        return subject.isFile()
                ? detections + " engines detect it, " + mentions
                : mentions + ", " + findings.samples().size() + " samples have to do with it";
    }

    private Stream<Optional<Evidence>> evidence(int missing) {
        List<String> titles = findings.reports().stream()
                .map(found -> found.textAt("/filename", "") + " (" + found.textAt("/year", "?") + ")")
                .toList();
        return Stream.of(
                Evidence.listing("detections", "detected by ", findings.detections()),
                Evidence.listing("reports", "mentioned in ", titles),
                Evidence.listing("samples", "samples that have to do with it: ", findings.samples()),
                of(findings.metadata(), "file-type", "it is ", "/file_type"),
                of(findings.metadata(), "name", "seen as ", "/file_name"),
                of(findings.whois(), "registered", "registered on ", "/creation_date"),
                of(findings.whois(), "registrar", "registered with ", "/registrar"),
                Optional.of(missing)
                        .filter(sections -> sections > 0)
                        .map(sections -> Evidence.of(
                                "incomplete", "ThreatMiner could not give " + sections + " of its sections")));
    }

    private static Optional<Evidence> of(Optional<JsonView> view, String code, String introduction, String pointer) {
        return view.flatMap(found -> Findings.text(found, pointer))
                .map(text -> Evidence.of(code, introduction + text).value(text));
    }

    private void describe(Report.Builder report, JsonView file) {
        Findings.text(file, "/date_analysed")
                .ifPresent(time -> report.firstSeen(time).lastSeen(time));
        Stream.of("/md5", "/sha1", "/sha256", "/sha512")
                .flatMap(pointer -> Findings.text(file, pointer).stream())
                .filter(hash -> !hash.equalsIgnoreCase(indicator.value()))
                .forEach(hash -> report.related(Related.of(hashType(hash), hash, "same-file")));
    }

    private void place(Report.Builder report, JsonView network) {
        Findings.text(network, "/reverse_name")
                .ifPresent(name -> relate(report, name.replaceFirst("\\.$", ""), "name"));
        Findings.text(network, "/cc").ifPresent(report::country);
        Findings.text(network, "/asn").ifPresent(report::asn);
        network.at("/asn").integer().stream().filter(number -> number > 0).forEach(report::asn);
        Stream.of("/org_name", "/asn_name")
                .flatMap(pointer -> Findings.text(network, pointer).stream())
                .forEach(report::asOwner);
        Findings.text(network, "/bgp_prefix").ifPresent(report::network);
    }

    private void relate(Report.Builder report, String host, String relation) {
        if (!host.equalsIgnoreCase(indicator.value())) {
            report.related(Related.of(host.matches(ADDRESS) ? IndicatorType.IPV4 : IndicatorType.FQDN, host, relation));
        }
    }

    /** By its length; the report leaves it out where it is none. */
    private static IndicatorType hashType(String hash) {
        return switch (hash.length()) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 128 -> IndicatorType.SHA512;
            default -> IndicatorType.SHA256;
        };
    }
}
