package io.indago.plugins.robtex;

import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Reads {@code {"nets": [{"n": "203.0.114.0/24", "inbgp": 1}]}}. */
final class SystemReport {

    private SystemReport() {}

    /**
     * The report in that body.
     *
     * @throws ProviderException when it does not have the status ok
     */
    static Report of(String system, JsonView body) {
        RobtexStatus.requireOk(body);
        List<String> networks = body.at("/nets").items().stream()
                .flatMap(network -> network.at("/n").text().stream())
                .distinct()
                .toList();
        if (networks.isEmpty()) {
            return Report.noData("Robtex knows no network of it");
        }
        List<String> announced = body.at("/nets").items().stream()
                .filter(network -> network.integerAt("/inbgp", 0) == 1)
                .flatMap(network -> network.at("/n").text().stream())
                .distinct()
                .toList();
        Report.Builder report = Report.hit(networks.size() + (networks.size() == 1 ? " network" : " networks")
                        + " of it, " + announced.size() + " announced")
                .asn(system)
                .reference(URI.create("https://www.robtex.com/as/" + system.toLowerCase(Locale.ROOT) + ".html"));
        Evidence.listing("networks", "it announces ", announced).ifPresent(report::evidence);
        networks.forEach(network -> report.related(Related.of(IndicatorType.CIDR, network, "network")));
        return report.build();
    }
}
