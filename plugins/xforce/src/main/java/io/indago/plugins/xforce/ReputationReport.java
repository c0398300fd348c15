package io.indago.plugins.xforce;

import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what X-Force thinks of an address, {@code {"ip": …, "score": 8.6, "cats": {"Spam": 43}, …}}, or of a name or URL,
 * {@code {"result": {"url": …, "score": null, "cats": {"General Business": true}, …}}}.
 */
final class ReputationReport {
    private final JsonView body;
    private final JsonView subject;

    private ReputationReport(JsonView body, JsonView subject) {
        this.body = body;
        this.subject = subject;
    }

    /** @throws ProviderException when it rates neither */
    static ReputationReport of(JsonView body) {
        JsonView result = body.at("/result");
        JsonView subject = result.kind() == JsonView.Kind.OBJECT ? result : body;
        if (!subject.at("/score").exists() && !subject.at("/cats").exists()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "X-Force's reply has neither a score nor cats, in /result or at its top");
        }
        return new ReputationReport(body, subject);
    }

    Report read(SeenMalware malware, URI reference) {
        Optional<Rating> rating = Rating.of(subject.at("/score").number());
        List<String> categories = categories();
        Report.Builder report = Report.hit(summary(rating, categories))
                .tags(categories.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList())
                .tags(TagList.of(body.at("/tags")))
                .reference(reference);
        rating.filter(Rating::isOpinion).ifPresent(opinion -> report.opinion(opinion.points(), opinion.confidence()));
        evidence(rating).forEach(report::evidence);
        text(subject, "/geo/countrycode").ifPresent(report::country);
        Networks.of(subject).addTo(report);
        history().flatMap(entry -> text(entry, "/created").stream()).forEach(report::firstSeen);
        malware.addTo(report);
        return report.build();
    }

    private static String summary(Optional<Rating> rating, List<String> categories) {
        String rated = rating.map(it -> "Risk score " + it.text() + " of 10").orElse("Not rated");
        return categories.isEmpty() ? rated : rated + ", categorised as " + String.join(", ", categories);
    }

    private List<Evidence> evidence(Optional<Rating> rating) {
        return Stream.of(
                        rating.map(it -> Evidence.of("score", "its risk score is " + it.text() + " of 10")
                                .value(it.text())),
                        Evidence.listing("categories", "categorised as ", withConfidence()),
                        text(subject, "/reason").map(reason -> Evidence.of(
                                        "reason",
                                        "rated for: " + reason
                                                + text(subject, "/reasonDescription")
                                                        .map(why -> ": " + why)
                                                        .orElse(""))
                                .value(reason)),
                        history().reduce((earlier, later) -> later).map(ReputationReport::change))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Evidence change(JsonView entry) {
        String score = Rating.of(entry.at("/score").number())
                .map(it -> ", risk score " + it.text())
                .orElse("");
        return Evidence.of(
                        "history", "its rating last changed for: " + entry.textAt("/reason", "no reason given") + score)
                .observedAt(entry.textAt("/created", ""));
    }

    private Stream<JsonView> history() {
        return subject.at("/history").items().stream();
    }

    /** Those it is in: a share in percent, {@code true}, or {@code false} for what it is not. */
    private List<String> categories() {
        return subject.at("/cats").fields().entrySet().stream()
                .filter(category -> category.getValue().flag().orElse(true))
                .map(Map.Entry::getKey)
                .filter(name -> !name.isBlank())
                .toList();
    }

    private List<String> withConfidence() {
        return categories().stream()
                .map(name -> subject.at("/cats").fields().get(name).integer().stream()
                        .mapToObj(percent -> name + " (" + percent + " %)")
                        .findFirst()
                        .orElse(name))
                .toList();
    }

    private static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
