package io.indago.plugins.misp;

import io.indago.spi.Evidence;
import io.indago.spi.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What MISP has on an indicator. */
final class MispReport {
    private static final int EVENTS_SHOWN = 10;

    private final List<FoundAttribute> attributes;
    private final MispServer server;

    private MispReport(List<FoundAttribute> attributes, MispServer server) {
        this.attributes = attributes;
        this.server = server;
    }

    static Report of(List<FoundAttribute> attributes, MispServer server) {
        return Standing.gravest(
                        attributes.stream().map(FoundAttribute::standing).toList())
                .map(gravest -> new MispReport(attributes, server).hit(gravest))
                .orElseGet(() -> Report.noData("MISP has no attribute of it"));
    }

    private Report hit(Standing gravest) {
        Map<String, FoundAttribute> events = events();
        int count = Math.max(1, events.size());
        MispTags tags = new MispTags(attributes.stream()
                .flatMap(attribute -> attribute.tags().stream())
                .toList());
        Report.Builder report = Report.hit(
                        "In " + count + (count == 1 ? " event" : " events") + ", " + gravest.sentence())
                .malwareFamilies(tags.malwareFamilies())
                .actors(tags.actors())
                .techniques(tags.techniques())
                .tags(tags.others());
        if (gravest.isOpinion()) {
            report.opinion(gravest.score(), gravest.confidence());
        }
        attributes.stream()
                .filter(attribute -> attribute.standing() == gravest)
                .flatMap(attribute -> attribute.lastSeen().stream())
                .forEach(report::lastSeen);
        attributes.stream().flatMap(attribute -> attribute.firstSeen().stream()).forEach(report::firstSeen);
        events.values().stream().limit(EVENTS_SHOWN).map(MispReport::evidence).forEach(report::evidence);
        events.keySet().stream().limit(EVENTS_SHOWN).map(server::event).forEach(report::reference);
        return report.build();
    }

    /** The gravest attribute of each, the gravest event first. */
    private Map<String, FoundAttribute> events() {
        Map<String, FoundAttribute> events = new LinkedHashMap<>();
        attributes.stream()
                .sorted((one, other) -> one.standing().compareTo(other.standing()))
                .forEach(attribute -> attribute.event().ifPresent(id -> events.putIfAbsent(id, attribute)));
        return events;
    }

    private static Evidence evidence(FoundAttribute attribute) {
        String event = Stream.of(
                        "event " + attribute.event().orElse(""),
                        attribute.text("/Event/date"),
                        attribute.text("/Event/Orgc/name"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        String said = Stream.of(
                        attribute.text("/Event/info"),
                        attribute.text("/category") + " " + attribute.text("/type"),
                        attribute.text("/comment"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "));
        Evidence evidence = Evidence.of("event", event + ": " + said)
                .value(attribute.standing().sentence());
        return attribute.lastSeen().map(evidence::observedAt).orElse(evidence);
    }
}
