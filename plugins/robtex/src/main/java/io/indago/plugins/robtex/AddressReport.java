package io.indago.plugins.robtex;

import io.indago.spi.Evidence;
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
 * Reads {@code {"as": 64500, "asname": …, "act": [{"o": "name", "t": 1498717654}], "pas": …}}: names that point at the
 * address now ({@code act}, {@code acth}) or did ({@code pas}, {@code pash}).
 */
final class AddressReport {
    private static final int MAX_NAMES = 50;

    private final JsonView body;

    private AddressReport(JsonView body) {
        this.body = body;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it does not have the status ok
     */
    static Report of(String address, JsonView body) {
        RobtexStatus.requireOk(body);
        AddressReport read = new AddressReport(body);
        boolean known = !read.names().isEmpty()
                || body.at("/as").integer().orElse(0) > 0
                || read.text("/bgproute").isPresent();
        return known ? read.read(address) : Report.noData("Robtex knows neither a name nor a network of it");
    }

    private Report read(String address) {
        List<String> names = names();
        Optional<String> owner = text("/asname");
        Report.Builder report = Report.hit(names.size() + (names.size() == 1 ? " name" : " names") + " seen for it"
                        + owner.map(name -> ", in the network of " + name).orElse(""))
                .reference(URI.create("https://www.robtex.com/ip-lookup/" + address));
        Stream.of(
                        Evidence.listing("active-names", "names that point at it: ", names("/act", "/acth")),
                        Evidence.listing("passive-names", "names that pointed at it: ", names("/pas", "/pash")),
                        listed("location", "it is in ", "/city", "/country"),
                        listed("whois", "its network is registered to ", "/whoisdesc"),
                        listed("route", "its route is described as ", "/routedesc"))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        names.stream().limit(MAX_NAMES).forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "name")));
        text("/countrycode").or(() -> text("/country")).ifPresent(report::country);
        body.at("/as").integer().stream().filter(number -> number > 0).forEach(report::asn);
        owner.ifPresent(report::asOwner);
        text("/bgproute").ifPresent(report::network);
        entries("/act", "/acth", "/pas", "/pash")
                .flatMap(entry -> Sighting.at(entry, "/t").stream())
                .forEach(time -> Sighting.tell(report, time));
        return report.build();
    }

    private List<String> names() {
        return names("/act", "/acth", "/pas", "/pash");
    }

    private List<String> names(String... pointers) {
        return entries(pointers)
                .flatMap(entry -> entry.at("/o").text().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private Stream<JsonView> entries(String... pointers) {
        return Stream.of(pointers).flatMap(pointer -> body.at(pointer).items().stream());
    }

    private Optional<Evidence> listed(String code, String introduction, String... pointers) {
        return Evidence.listing(
                code,
                introduction,
                Stream.of(pointers).flatMap(pointer -> text(pointer).stream()).toList());
    }

    private Optional<String> text(String pointer) {
        return body.at(pointer).text().filter(text -> !text.isBlank());
    }
}
