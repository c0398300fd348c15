package io.indago.plugins.triage;

import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What came of running one sample: its overview, or the summary, which says less of the same and has its tasks by name. */
record Analysis(JsonView view) {
    private static final int TELLING = 5;

    /** 1 to 10; empty when it was not scored. */
    OptionalLong score() {
        return Stream.of("/analysis/score", "/score", "/sample/score")
                .map(pointer -> view.at(pointer).integer())
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Whether that is what was run, or what a family's configuration names: not just something it met. */
    boolean isAbout(Indicator indicator) {
        return switch (indicator.type()) {
            case URL, DOMAIN, FQDN, IPV4, IPV6 ->
                Stream.concat(target().stream(), configured())
                        .anyMatch(text -> Place.of(text).is(indicator));
            default -> true;
        };
    }

    Optional<String> target() {
        return Stream.of("/sample/target", "/target")
                .flatMap(pointer -> text(view, pointer))
                .findFirst();
    }

    Optional<String> completed() {
        return Stream.of("/sample/completed", "/completed")
                .flatMap(pointer -> text(view, pointer))
                .findFirst();
    }

    Optional<String> hash(String algorithm) {
        return Stream.of("/sample/" + algorithm, "/" + algorithm)
                .flatMap(pointer -> text(view, pointer))
                .findFirst();
    }

    List<String> families() {
        return Stream.of(
                        names(view, "/analysis/family"),
                        targets().flatMap(target -> names(target, "/family")),
                        Stream.of("/config/family", "/dropper/family", "/ransom_note/family")
                                .flatMap(pointer -> extracted().flatMap(part -> text(part, pointer))))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    List<String> tags() {
        return Stream.of(
                        names(view, "/analysis/tags"),
                        targets().flatMap(target -> names(target, "/tags")),
                        tasks().flatMap(task -> names(task, "/tags")))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    List<String> techniques() {
        return Stream.concat(tasks(), signatures())
                .flatMap(part -> names(part, "/ttp"))
                .distinct()
                .toList();
    }

    /** Those that tell something: many only describe. */
    List<String> signatureNames() {
        return signatures()
                .filter(signature -> signature.integerAt("/score", 0) >= TELLING)
                .flatMap(signature -> text(signature, "/name"))
                .distinct()
                .toList();
    }

    /** {@code 203.0.114.9:443}, {@code http://example.org/gate.php}: where a family's configuration says to report to. */
    Stream<String> configured() {
        return extracted().flatMap(part -> names(part, "/config/c2")).distinct();
    }

    Stream<String> downloads() {
        return extracted()
                .flatMap(part -> part.at("/dropper/urls").items().stream())
                .flatMap(url -> text(url, "/url"))
                .distinct();
    }

    /** What it met: {@code urls}, {@code domains} or {@code ips}. */
    Stream<String> met(String kind) {
        return Stream.concat(Stream.of(view.at("/sample")), targets())
                .flatMap(part -> names(part, "/iocs/" + kind))
                .distinct();
    }

    private Stream<JsonView> targets() {
        return view.at("/targets").items().stream();
    }

    private Stream<JsonView> extracted() {
        return view.at("/extracted").items().stream();
    }

    private Stream<JsonView> tasks() {
        JsonView tasks = view.at("/tasks");
        return Stream.concat(tasks.items().stream(), tasks.fields().values().stream());
    }

    private Stream<JsonView> signatures() {
        return Stream.concat(Stream.of(view), targets()).flatMap(part -> part.at("/signatures").items().stream());
    }

    private static Stream<String> names(JsonView part, String pointer) {
        return part.at(pointer).texts().stream().filter(name -> !name.isBlank());
    }

    private static Stream<String> text(JsonView part, String pointer) {
        return part.at(pointer).text().filter(text -> !text.isBlank()).stream();
    }
}
