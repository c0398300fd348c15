package io.indago.plugins.crtsh;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What certificates tell of a name. That there are some is a fact, and no opinion: everybody has them. */
final class CrtShReport {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final int MAX_NAMES = 100;

    private final List<Certificate> certificates;

    private CrtShReport(List<Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is no list of certificates
     */
    static Report of(String value, JsonView body, Instant now) {
        List<Certificate> certificates = body.items().stream()
                .filter(Certificate::is)
                .map(Certificate::new)
                .toList();
        if (body.kind() != JsonView.Kind.ARRAY
                || certificates.isEmpty() && !body.items().isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "crt.sh's reply is no list of certificates");
        }
        return certificates.isEmpty()
                ? Report.noData("No log has a certificate of it")
                : new CrtShReport(certificates).read(value, now);
    }

    private Report read(String value, Instant now) {
        Optional<Instant> first = times(Certificate::issuedAt).min(Comparator.naturalOrder());
        Optional<Instant> last = times(Certificate::issuedAt).max(Comparator.naturalOrder());
        List<String> issuers = issuers();
        boolean recent = first.filter(time -> time.isAfter(now.minus(RECENT))).isPresent();
        Report.Builder report = Report.hit(certificates.size()
                        + (certificates.size() == 1 ? " certificate" : " certificates")
                        + first.map(time -> ", the first of " + day(time)).orElse("")
                        + last.filter(time -> certificates.size() > 1)
                                .map(time -> ", the last of " + day(time))
                                .orElse(""))
                .tags(recent ? List.of("recently-issued") : List.of())
                .reference(URI.create("https://" + CrtShProvider.HOST + "/?q=" + value));
        report.evidence(Evidence.of("certificates", "there are " + certificates.size() + " certificates of it")
                .value(String.valueOf(certificates.size())));
        first.ifPresent(time -> report.evidence(issued("first-issued", "the first was issued on ", time)));
        last.ifPresent(time -> report.evidence(issued("last-issued", "the last was issued on ", time)));
        Evidence.listing("issuers", "issued by ", issuers).ifPresent(report::evidence);
        long wildcards = certificates.stream().filter(Certificate::isWildcard).count();
        if (wildcards > 0) {
            report.evidence(Evidence.of("wildcards", wildcards + " of them are for any name below another")
                    .value(String.valueOf(wildcards)));
        }
        certificates.stream()
                .flatMap(certificate -> certificate.names().stream())
                .filter(name -> !name.equals(value) && !name.contains("@"))
                .distinct()
                .limit(MAX_NAMES)
                .forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "same-certificate")));
        times(Certificate::loggedAt).forEach(time -> report.firstSeen(time).lastSeen(time));
        return report.build();
    }

    /** The one that issued most first. */
    private List<String> issuers() {
        Map<String, Long> counts = certificates.stream()
                .flatMap(certificate -> certificate.issuer().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Stream<Instant> times(Function<Certificate, Optional<Instant>> time) {
        return certificates.stream().flatMap(certificate -> time.apply(certificate).stream());
    }

    private static Evidence issued(String code, String introduction, Instant time) {
        return Evidence.of(code, introduction + day(time))
                .value(time.toString())
                .observedAt(time);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
