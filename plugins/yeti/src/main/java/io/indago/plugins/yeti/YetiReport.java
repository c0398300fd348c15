package io.indago.plugins.yeti;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What YETI has on an indicator. */
final class YetiReport {
    private static final int MOST_SHOWN = 10;

    private final List<FoundObservable> observables;
    private final TagMeaning meaning;
    private final List<FoundTag> tags;

    private YetiReport(List<FoundObservable> observables, TagMeaning meaning, List<FoundTag> tags) {
        this.observables = observables;
        this.meaning = meaning;
        this.tags = tags;
    }

    /** @param ownPrefix of the connector's tags */
    static YetiReport of(List<FoundObservable> observables, TagMeaning meaning, String ownPrefix, Instant now) {
        List<FoundTag> tags = observables.stream()
                .flatMap(observable -> observable.tagsOfOthers(ownPrefix, now).stream())
                .toList();
        return new YetiReport(observables, meaning, tags);
    }

    Report read(Neighbours neighbours, YetiServer server) {
        List<String> names = tags.stream().map(FoundTag::name).distinct().toList();
        Optional<TagMeaning.Opinion> opinion = meaning.of(names);
        Report.Builder report = Report.hit(
                        names.isEmpty()
                                ? "Recorded, without a tag that has not expired"
                                : "Tagged " + String.join(", ", names))
                .tags(names);
        opinion.ifPresent(it -> report.opinion(it.score(), it.confidence()));
        tags.stream().limit(MOST_SHOWN).map(YetiReport::evidence).forEach(report::evidence);
        observables.stream()
                .flatMap(observable -> observable.contextsOfOthers().stream())
                .limit(MOST_SHOWN)
                .map(YetiReport::context)
                .forEach(report::evidence);
        for (FoundObservable observable : observables) {
            times(report, observable.view());
            if (!observable.id().isEmpty()) {
                report.reference(server.observable(observable.id()));
            }
        }
        neighbours.addTo(report);
        return report.build();
    }

    private static Evidence evidence(FoundTag tag) {
        Evidence evidence = Evidence.of("tag", "tagged " + tag.name()).value(tag.name());
        return YetiTime.at(tag.view(), "/last_seen").map(evidence::observedAt).orElse(evidence);
    }

    /** Each source has members of its own: {@code {"source": "feed", "note": "c2"}}. */
    private static Evidence context(JsonView context) {
        String said = context.fields().entrySet().stream()
                .filter(member -> !member.getKey().equals("source"))
                .flatMap(YetiReport::said)
                .collect(Collectors.joining(", "));
        String source = context.textAt("/source", "an unnamed source");
        return Evidence.of("context", said.isEmpty() ? "from " + source : "from " + source + ": " + said)
                .value(source);
    }

    private static Stream<String> said(Map.Entry<String, JsonView> member) {
        JsonView value = member.getValue();
        Stream<String> numbers = value.kind() == JsonView.Kind.NUMBER
                ? value.integer().stream().mapToObj(Long::toString)
                : Stream.empty();
        return Stream.concat(value.texts().stream(), numbers)
                .filter(text -> !text.isBlank())
                .map(text -> member.getKey() + " " + text);
    }

    private void times(Report.Builder report, JsonView observable) {
        YetiTime.at(observable, "/created").ifPresent(report::firstSeen);
        tags.forEach(tag -> YetiTime.at(tag.view(), "/first_seen").ifPresent(report::firstSeen));
        List<Instant> seen = tags.stream()
                .flatMap(tag -> YetiTime.at(tag.view(), "/last_seen").stream())
                .toList();
        seen.forEach(report::lastSeen);
        if (seen.isEmpty()) {
            YetiTime.at(observable, "/created").ifPresent(report::lastSeen);
        }
    }
}
