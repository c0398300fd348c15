package io.indago.plugins.censys;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a host. An open port is a fact, no opinion; that a service is a known threat is one. */
final class CensysReport {
    private static final int MAX_NAMES = 20;
    /** A lookup's, a search's, and those of the API before. */
    private static final List<String> PLACES = List.of(
            "/result/resource",
            "/result/hits/0/host_v1/resource",
            "/result/hits/0/resource",
            "/result/hits/0",
            "/result/0/resource",
            "/result/0",
            "/result");

    private final JsonView host;
    private final List<Exposed> services;

    private CensysReport(JsonView host) {
        this.host = host;
        services = host.at("/services").items().stream()
                .filter(service -> service.kind() == JsonView.Kind.OBJECT)
                .map(Exposed::new)
                .toList();
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it has no host
     */
    static Report of(String address, JsonView body) {
        if (body.at("/result/hits").kind() == JsonView.Kind.ARRAY
                && body.at("/result/hits").items().isEmpty()) {
            return Report.noData("Censys does not know it");
        }
        JsonView host = PLACES.stream()
                .map(body::at)
                .filter(place -> place.at("/ip").text().isPresent())
                .findFirst()
                .orElseThrow(() ->
                        ProviderException.of(ErrorKind.BAD_REPLY, "Censys's reply has no host with an ip in /result"));
        CensysReport report = new CensysReport(host);
        return report.services.isEmpty() ? Report.noData("Censys has seen no service on it") : report.read(address);
    }

    private Report read(String address) {
        List<Threat> threats = services.stream().flatMap(Exposed::threats).toList();
        List<String> names = threats.stream().flatMap(Threat::names).distinct().toList();
        List<String> labels = Stream.concat(
                        Exposed.labels(host), services.stream().flatMap(service -> Exposed.labels(service.view())))
                .distinct()
                .toList();
        boolean hostile = !threats.isEmpty() || labels.stream().anyMatch(Exposed::isHostile);
        Report.Builder report = Report.hit(ports().size() + " open ports"
                        + (names.isEmpty() ? hostile ? ", labelled as hostile" : "" : ", " + String.join(", ", names)))
                .tags(labels)
                .malwareFamilies(threats.stream().flatMap(Threat::malware).toList())
                .actors(threats.stream().flatMap(Threat::actors).toList())
                .reference(URI.create("https://platform.censys.io/hosts/" + address));
        if (hostile) {
            report.opinion(80, 80);
        }
        evidence(names, labels).flatMap(Optional::stream).forEach(report::evidence);
        hostnames().forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "name")));
        place(report);
        return report.build();
    }

    private Stream<Optional<Evidence>> evidence(List<String> threats, List<String> labels) {
        return Stream.of(
                Evidence.listing("threats", "its services are ", threats),
                Evidence.listing("labels", "labelled ", labels),
                Evidence.listing("ports", "open ports: ", ports()),
                Evidence.listing("services", "services: ", all(Exposed::shown)),
                Evidence.listing("vulnerabilities", "may be vulnerable to ", all(Exposed::vulnerabilities)),
                Evidence.listing("software", "runs ", all(Exposed::software)),
                text("/operating_system/product").map(name -> Evidence.of("system", "its system is " + name)
                        .value(name)),
                text("/location/city")
                        .map(city -> Evidence.of("city", "it is in " + city).value(city)),
                text("/whois/organization/name").map(name -> Evidence.of("owner", "its network belongs to " + name)
                        .value(name)));
    }

    private void place(Report.Builder report) {
        text("/location/country_code").ifPresent(report::country);
        JsonView system = host.at("/autonomous_system");
        system.at("/asn").integer().stream().filter(number -> number > 0).forEach(report::asn);
        Stream.of("/autonomous_system/description", "/autonomous_system/name")
                .flatMap(pointer -> text(pointer).stream())
                .forEach(report::asOwner);
        text("/autonomous_system/bgp_prefix").ifPresent(report::network);
        text("/last_updated_at").ifPresent(report::lastSeen);
        all(Exposed::scanTime).forEach(report::lastSeen);
    }

    private List<String> ports() {
        return all(service -> service.port().stream());
    }

    private List<String> hostnames() {
        return Stream.of("/dns/reverse_dns/names", "/dns/names")
                .flatMap(pointer -> host.at(pointer).texts().stream())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    private List<String> all(Function<Exposed, Stream<String>> member) {
        return services.stream().flatMap(member).distinct().toList();
    }

    private Optional<String> text(String pointer) {
        return host.at(pointer).text().filter(text -> !text.isBlank());
    }
}
