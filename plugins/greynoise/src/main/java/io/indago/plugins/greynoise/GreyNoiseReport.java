package io.indago.plugins.greynoise;

import io.indago.spi.ErrorKind;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what GreyNoise knows of an address. Enterprise answers {@code {"internet_scanner_intelligence": {"found": true,
 * …}, "business_service_intelligence": {"found": false}}}; community and version 2 have the members of both at the top,
 * where {@code noise} or {@code seen} and {@code riot} stand for the two {@code found}.
 */
final class GreyNoiseReport {
    private final JsonView body;
    private final JsonView scanner;
    private final JsonView service;

    private GreyNoiseReport(JsonView body) {
        this.body = body;
        scanner = part("/internet_scanner_intelligence");
        service = part("/business_service_intelligence");
    }

    private JsonView part(String pointer) {
        JsonView part = body.at(pointer);
        return part.kind() == JsonView.Kind.OBJECT ? part : body;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it does not say whether the address was seen
     */
    static Report of(String address, JsonView body) {
        return new GreyNoiseReport(body).read(address);
    }

    private Report read(String address) {
        if (body.textAt("/error", "").contains("spoofed")) {
            return Report.noData("GreyNoise says nothing of an address that is commonly spoofed");
        }
        List<Boolean> seen = flags(scanner, "/found", "/noise", "/seen");
        List<Boolean> services = flags(service, "/riot", "/found");
        if (seen.isEmpty() && services.isEmpty()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "GreyNoise's reply doesn't say whether it has seen the address");
        }
        return Standing.of(
                        services.contains(true),
                        seen.contains(true),
                        text(scanner, "/classification").orElse(""))
                .map(standing -> hit(standing, address))
                .orElseGet(() -> Report.noData("GreyNoise has not seen it"));
    }

    private static List<Boolean> flags(JsonView view, String... pointers) {
        return Stream.of(pointers)
                .flatMap(pointer -> view.at(pointer).flag().stream())
                .toList();
    }

    private Report hit(Standing standing, String address) {
        ScannerTraits traits = new ScannerTraits(scanner);
        Optional<String> owner = text(service, "/name")
                .or(() -> text(scanner, "/actor"))
                .filter(name -> !name.equalsIgnoreCase("unknown"));
        Report.Builder report = Report.hit(owner.orElse("It") + " " + standing.sentence())
                .opinion(standing.score(), standing.confidence())
                .tags(traits.tags())
                .reference(URI.create("https://viz.greynoise.io/ip/" + address));
        new GreyNoiseEvidence(standing, owner, service, traits).pieces().forEach(report::evidence);
        Stream.of("/metadata/country_code", "/metadata/source_country_code")
                .flatMap(pointer -> text(scanner, pointer).stream())
                .forEach(report::country);
        text(scanner, "/metadata/organization").ifPresent(report::asOwner);
        text(scanner, "/metadata/asn").ifPresent(report::asn);
        text(scanner, "/metadata/rdns")
                .map(name -> Related.of(IndicatorType.FQDN, name, "name"))
                .ifPresent(report::related);
        text(scanner, "/first_seen").ifPresent(report::firstSeen);
        Stream.of(text(scanner, "/last_seen"), text(body, "/last_seen_timestamp"), text(service, "/last_updated"))
                .flatMap(Optional::stream)
                .forEach(report::lastSeen);
        return report.build();
    }

    private static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
