package io.indago.plugins.pulsedive;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code {"iid": …, "risk": "medium", "riskfactors": […], "threats": […], "feeds": […], "attributes": {…},
 * "properties": {…}}}. Comments and cookies are left alone: they name people and sessions.
 */
final class PulsediveReport {
    private static final Set<String> KINDS_OF_MALWARE = Set.of("malware", "botnet");
    private static final Set<String> KINDS_OF_ACTORS = Set.of("apt", "group");

    private final JsonView body;
    private final Optional<Risk> risk;

    private PulsediveReport(JsonView body) {
        this.body = body;
        risk = Risk.of(body);
    }

    /**
     * The report in that body.
     *
     * @throws ProviderException when it is an error, or says nothing about a risk
     */
    static Report of(JsonView body) {
        if (PulsediveError.isMiss(body) || isEmptySearch(body) || body.integerAt("/iid", 1) == 0) {
            return Report.noData("Pulsedive does not know it");
        }
        if (PulsediveError.isIn(body)) {
            throw PulsediveError.of(body);
        }
        if (body.at("/risk").text().isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "Pulsedive's reply has no text at /risk");
        }
        return new PulsediveReport(body).read();
    }

    private static boolean isEmptySearch(JsonView body) {
        JsonView results = body.at("/results");
        return results.kind() == JsonView.Kind.ARRAY && results.items().isEmpty();
    }

    private Report read() {
        Report.Builder report =
                Report.hit(risk.map(known -> "Pulsedive sees " + (known == Risk.NONE ? "no" : known.id()) + " risk")
                        .orElse("Pulsedive knows it, but has no opinion"));
        risk.ifPresent(known -> report.opinion(known.score(), known.confidence()));
        if (risk.filter(Risk.NONE::equals).isEmpty()) {
            // Where there is no risk, a threat it was once linked with is a thing of the past
            report.malwareFamilies(threats(KINDS_OF_MALWARE)).actors(threats(KINDS_OF_ACTORS));
        }
        evidence().flatMap(Optional::stream).forEach(report::evidence);
        new Properties(body.at("/properties")).addTo(report);
        text("/stamp_added").ifPresent(report::firstSeen);
        text("/stamp_seen").or(() -> text("/stamp_updated")).ifPresent(report::lastSeen);
        body.at("/iid")
                .integer()
                .ifPresent(id -> report.reference(URI.create("https://pulsedive.com/indicator/?iid=" + id)));
        return report.build();
    }

    private Stream<Optional<Evidence>> evidence() {
        return Stream.of(
                text("/risk")
                        .map(said -> Evidence.of("risk", "its risk is " + said).value(said)),
                text("/risk_recommended")
                        .filter(said -> !said.equals(body.textAt("/risk", "")))
                        .map(said -> Evidence.of("risk-recommended", "Pulsedive's formula gives the risk " + said)
                                .value(said)),
                Evidence.listing("risk-factors", "because of: ", names("/riskfactors", "/description")),
                Evidence.listing("threats", "linked with the threats ", names("/threats", "/name")),
                Evidence.listing("feeds", "listed by the feeds ", names("/feeds", "/name")),
                text("/retired").map(why -> Evidence.of("retired", "retired: " + why)),
                listed("host-type", "it is a ", "/attributes/hosttype"),
                listed("ports", "open ports: ", "/attributes/port"),
                listed("protocols", "speaks ", "/attributes/protocol"),
                listed("technologies", "runs ", "/attributes/technology"),
                rank());
    }

    private Optional<Evidence> rank() {
        return body.at("/umbrella_rank").integer().stream()
                .filter(rank -> rank > 0)
                .mapToObj(rank -> Evidence.of("popularity", "Cisco Umbrella ranks its domain " + rank)
                        .value(Long.toString(rank)))
                .findFirst();
    }

    private Optional<Evidence> listed(String code, String introduction, String pointer) {
        JsonView values = body.at(pointer);
        Stream<String> numbers = values.items().stream()
                .filter(value -> value.kind() == JsonView.Kind.NUMBER)
                .flatMap(value -> value.integer().stream().mapToObj(Long::toString));
        return Evidence.listing(
                code,
                introduction,
                Stream.concat(values.texts().stream(), numbers).toList());
    }

    /** Objects with the name, or names alone. */
    private List<String> names(String list, String name) {
        return body.at(list).items().stream()
                .flatMap(item -> item.text().or(() -> item.at(name).text()).stream())
                .toList();
    }

    private List<String> threats(Set<String> categories) {
        return body.at("/threats").items().stream()
                .filter(threat -> categories.contains(threat.textAt("/category", "")))
                .flatMap(threat -> threat.at("/name").text().stream())
                .toList();
    }

    private Optional<String> text(String pointer) {
        return body.at(pointer).text().filter(text -> !text.isBlank());
    }
}
