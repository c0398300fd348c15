package io.indago.plugins.opencti;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What OpenCTI has on an indicator. */
final class OpenCtiReport {
    private static final int MOST_SHOWN = 10;
    private static final Set<String> FAMILIES = Set.of("Malware", "Tool");
    private static final Set<String> ACTORS = Set.of("IntrusionSet", "ThreatActorGroup", "ThreatActorIndividual");

    private final List<FoundObservable> observables;
    private final OpenCtiServer server;
    private final String prefix;
    private final Instant now;

    private OpenCtiReport(List<FoundObservable> observables, OpenCtiServer server, String prefix, Instant now) {
        this.observables = observables;
        this.server = server;
        this.prefix = prefix;
        this.now = now;
    }

    /** @param prefix of the connector's labels */
    static Report of(List<FoundObservable> observables, OpenCtiServer server, String prefix, Instant now) {
        List<FoundObservable> others = observables.stream()
                .filter(observable -> !isAllOurs(observable, prefix))
                .toList();
        return others.isEmpty()
                ? Report.noData("OpenCTI has no observable of it")
                : new OpenCtiReport(others, server, prefix, now).hit();
    }

    /** Whether the connector made it, and nobody said anything about it since. */
    private static boolean isAllOurs(FoundObservable observable, String prefix) {
        return observable.node().textAt("/createdBy/name", "").equals(Draft.AUTHOR)
                && observable.reports().isEmpty()
                && observable.indicators().stream()
                        .allMatch(indicator -> FoundObservable.isLabelled(indicator, prefix));
    }

    private Report hit() {
        Optional<Standing> standing = observables.stream()
                .flatMap(observable -> Standing.of(observable, prefix, now).stream())
                .max(Comparator.comparingInt(Standing::score));
        List<JsonView> threats =
                observables.stream().flatMap(it -> it.threats().stream()).toList();
        Report.Builder report = Report.hit(summary(standing))
                .tags(tags())
                .malwareFamilies(names(threats, FAMILIES))
                .actors(names(threats, ACTORS))
                .techniques(GraphQl.texts(threats, "/x_mitre_id"));
        standing.ifPresent(it -> report.opinion(it.score(), it.confidence()));
        standing.map(it -> Evidence.of("score", "its score is " + it.score() + (it.expired() ? ", expired" : ""))
                        .value(Integer.toString(it.score())))
                .ifPresent(report::evidence);
        shown(observables.stream().flatMap(it -> it.indicators().stream()))
                .map(this::indicator)
                .forEach(report::evidence);
        shown(observables.stream().flatMap(it -> it.reports().stream()))
                .map(OpenCtiReport::report)
                .forEach(report::evidence);
        for (FoundObservable observable : observables) {
            JsonView node = observable.node();
            GraphQl.text(node, "/createdBy/name")
                    .map(name -> Evidence.of("author", "recorded by " + name).value(name))
                    .ifPresent(report::evidence);
            GraphQl.text(node, "/x_opencti_description")
                    .map(text -> Evidence.of("description", text))
                    .ifPresent(report::evidence);
            GraphQl.text(node, "/created_at").ifPresent(report::firstSeen);
            Stream.of("/updated_at", "/created_at")
                    .flatMap(pointer -> GraphQl.text(node, pointer).stream())
                    .forEach(report::lastSeen);
            if (!observable.id().isEmpty()) {
                report.reference(server.observable(observable.id()));
            }
        }
        return report.build();
    }

    private String summary(Optional<Standing> standing) {
        long indicators =
                observables.stream().mapToLong(it -> it.indicators().size()).sum();
        long reports = observables.stream().mapToLong(it -> it.reports().size()).sum();
        return standing.map(it -> "Score " + it.score() + " of 100").orElse("Recorded, without a score")
                + (standing.filter(Standing::expired).isPresent() ? ", its indicators are expired" : "")
                + ", " + indicators + (indicators == 1 ? " indicator, " : " indicators, ") + reports
                + (reports == 1 ? " report" : " reports");
    }

    private List<String> tags() {
        return observables.stream()
                .flatMap(it -> Stream.concat(it.markings(), it.labels().stream()))
                .filter(tag -> !tag.toLowerCase(Locale.ROOT).startsWith(prefix + ":"))
                .toList();
    }

    private static List<String> names(List<JsonView> threats, Set<String> kinds) {
        return GraphQl.texts(
                threats.stream()
                        .filter(threat -> kinds.contains(threat.textAt("/__typename", "")))
                        .toList(),
                "/name");
    }

    private static Stream<JsonView> shown(Stream<JsonView> all) {
        return all.limit(MOST_SHOWN);
    }

    private Evidence indicator(JsonView indicator) {
        String name = indicator.textAt("/name", indicator.textAt("/pattern", "without a name"));
        return Evidence.of(
                        "indicator",
                        "indicator " + name
                                + FoundObservable.score(indicator).stream()
                                        .mapToObj(score -> ", score " + score)
                                        .findFirst()
                                        .orElse("")
                                + (Standing.isOver(indicator, now) ? ", revoked or expired" : ""))
                .observedAt(indicator.textAt("/valid_from", ""));
    }

    private static Evidence report(JsonView report) {
        return Evidence.of("report", "report " + report.textAt("/name", "without a name"))
                .observedAt(report.textAt("/published", ""));
    }
}
