package io.indago.plugins.geoip;

import static io.indago.plugins.geoip.Whereabouts.text;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code [{"country": {"iso_code": "LU", "AutonomousSystemNumber": "64500"}, …}, …]}, a result per database. */
final class CirclGeolookupReport {
    private static final String COUNTRY = "/country/iso_code";

    private CirclGeolookupReport() {}

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is no list of results
     */
    static Report of(JsonView body) {
        List<JsonView> results = results(body);
        if (body.kind() != JsonView.Kind.ARRAY && results.isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "CIRCL's reply is no list of results with a country");
        }
        boolean known = results.stream()
                .anyMatch(
                        result -> country(result).isPresent() || number(result).isPresent());
        return known ? read(results) : Report.noData("None of CIRCL's databases has it");
    }

    private static List<JsonView> results(JsonView body) {
        Stream<JsonView> all = body.kind() == JsonView.Kind.ARRAY ? body.items().stream() : Stream.of(body);
        return all.filter(result -> result.at("/country").kind() == JsonView.Kind.OBJECT)
                .toList();
    }

    private static Report read(List<JsonView> results) {
        Optional<String> owner = first(results, "/country/AutonomousSystemOrganization");
        List<String> countries = results.stream()
                .flatMap(result -> country(result).stream()
                        .map(code -> text(result, "/country_info/Country").orElse(code)))
                .distinct()
                .toList();
        Report.Builder report = new Whereabouts(countries, Optional.empty()).report(owner);
        results.stream().flatMap(result -> country(result).stream()).findFirst().ifPresent(report::country);
        results.stream().flatMap(result -> number(result).stream()).findFirst().ifPresent(report::asn);
        owner.ifPresent(report::asOwner);
        results.stream().flatMap(result -> database(result).stream()).forEach(report::evidence);
        return report.build();
    }

    /** What one of the databases says, and from when it is. */
    private static Optional<Evidence> database(JsonView result) {
        return country(result).map(code -> {
            Evidence piece = Evidence.of(
                            "database",
                            text(result, "/meta/db_source").orElse("a database") + " says " + code
                                    + number(result)
                                            .map(as -> " and AS" + as.replaceFirst("^AS", ""))
                                            .orElse(""))
                    .value(code);
            return text(result, "/meta/build_db").map(piece::observedAt).orElse(piece);
        });
    }

    /** Where a database has none it may say {@code "None"}. */
    private static Optional<String> country(JsonView result) {
        return text(result, COUNTRY).filter(code -> code.matches("[A-Za-z]{2}"));
    }

    /** A text, or a number in other databases. */
    private static Optional<String> number(JsonView result) {
        JsonView number = result.at("/country/AutonomousSystemNumber");
        return number.text()
                .or(() -> number.integer().stream().mapToObj(String::valueOf).findFirst())
                .filter(text -> text.matches("(AS)?[1-9]\\d{0,9}"));
    }

    private static Optional<String> first(List<JsonView> results, String pointer) {
        return results.stream()
                .flatMap(result -> text(result, pointer).stream())
                .findFirst();
    }
}
