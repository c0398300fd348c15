package io.indago.plugins.shodan;

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
import java.util.stream.Stream;

/** Reads a host of the REST API, or the less that InternetDB says in members of the same names. */
final class ShodanReport {
    private static final int MAX_NAMES = 20;

    private final JsonView host;

    private ShodanReport(JsonView host) {
        this.host = host;
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it has no list of ports, as each host has
     */
    static Report of(String address, JsonView body, boolean judgesVulnerabilities) {
        if (body.at("/ports").kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "Shodan's reply has no array at /ports");
        }
        return new ShodanReport(body).read(address, judgesVulnerabilities);
    }

    private Report read(String address, boolean judgesVulnerabilities) {
        List<String> ports = ports();
        List<String> vulnerabilities = Vulnerabilities.of(host);
        List<String> tags = host.at("/tags").texts();
        Report.Builder report = Report.hit(ports.size() + " open ports, " + vulnerabilities.size()
                        + " known vulnerabilities"
                        + tags.stream()
                                .filter(ShodanOpinion::isBad)
                                .findFirst()
                                .map(tag -> ", tagged " + tag)
                                .orElse(""))
                .tags(tags)
                .reference(URI.create("https://www.shodan.io/host/" + address));
        ShodanOpinion.of(tags, vulnerabilities.size(), judgesVulnerabilities)
                .ifPresent(opinion -> report.opinion(opinion.score(), opinion.confidence()));
        Stream.of(
                        Evidence.listing("tags", "tagged ", tags),
                        Evidence.listing("ports", "open ports: ", ports),
                        Evidence.listing("services", "services: ", services()),
                        Evidence.listing("vulnerabilities", "may be vulnerable to ", vulnerabilities),
                        Evidence.listing("software", "runs ", host.at("/cpes").texts()),
                        Evidence.listing(
                                "system", "its system is ", host.at("/os").texts()),
                        Evidence.listing(
                                "provider", "its provider is ", host.at("/isp").texts()))
                .flatMap(Optional::stream)
                .forEach(report::evidence);
        host.at("/hostnames").texts().stream()
                .distinct()
                .limit(MAX_NAMES)
                .forEach(name -> report.related(Related.of(IndicatorType.FQDN, name, "name")));
        host.at("/country_code").text().ifPresent(report::country);
        host.at("/org").text().ifPresent(report::asOwner);
        host.at("/asn").text().ifPresent(report::asn);
        host.at("/last_update").text().ifPresent(report::lastSeen);
        return report.build();
    }

    private List<String> ports() {
        return host.at("/ports").items().stream()
                .flatMap(port -> port.integer().stream().boxed())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
    }

    /** {@code 443/tcp nginx 1.25.3}: what answered, where it could be told. */
    private List<String> services() {
        return host.at("/data").items().stream()
                .filter(service -> service.at("/product").text().isPresent())
                .map(service -> service.integerAt("/port", 0) + "/" + service.textAt("/transport", "tcp") + " "
                        + service.textAt("/product", "") + " " + service.textAt("/version", ""))
                .toList();
    }
}
