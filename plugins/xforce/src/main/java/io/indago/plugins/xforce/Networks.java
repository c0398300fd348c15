package io.indago.plugins.xforce;

import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The networks an address is in: {@code {"subnet": "203.0.112.0/20", "asns": {"64500": {"Company": …, "cidr": 20}}}}, with
 * {@code "removed": true} where that is over.
 */
record Networks(List<JsonView> subnets) {

    static Networks of(JsonView address) {
        return new Networks(address.at("/subnets").items());
    }

    /** The narrowest that is announced. */
    void addTo(Report.Builder report) {
        announcements()
                .max(Comparator.comparingLong(it -> it.system().integerAt("/cidr", 0)))
                .ifPresent(it -> {
                    report.asn("AS" + it.number()).network(it.subnet());
                    Stream.of("/Company", "/company", "/name")
                            .flatMap(pointer -> it.system().at(pointer).text().stream())
                            .findFirst()
                            .ifPresent(report::asOwner);
                });
    }

    private Stream<Announcement> announcements() {
        return subnets.stream().flatMap(subnet -> subnet.at("/asns").fields().entrySet().stream()
                .filter(asn -> !asn.getValue().at("/removed").flag().orElse(false))
                .map(asn -> Announcement.of(subnet, asn)));
    }

    private record Announcement(String number, String subnet, JsonView system) {
        static Announcement of(JsonView subnet, Map.Entry<String, JsonView> asn) {
            Optional<String> network = subnet.at("/subnet").text();
            return new Announcement(asn.getKey(), network.orElse(""), asn.getValue());
        }
    }
}
