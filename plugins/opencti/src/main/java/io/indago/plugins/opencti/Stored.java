package io.indago.plugins.opencti;

import io.indago.spi.ErrorKind;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An observable as OpenCTI has it. */
final class Stored {
    /** What is asked of one, whatever asks. */
    static final String MEMBERS = """
            id
            observable_value
            x_opencti_score
            objectMarking { id definition }
            objectLabel { id value }
            externalReferences(first: 500) { edges { node { id url } } }
            indicators(first: 50) { edges { node { id x_opencti_score revoked objectLabel { id value } } } }
            ... on StixFile { hashes { algorithm hash } }
            """;

    private final JsonView node;

    private Stored(JsonView node) {
        this.node = node;
    }

    /** The one in the reply to a search; empty when there is none. */
    static Optional<Stored> found(JsonView data, Indicator indicator) {
        JsonView found = data.at("/stixCyberObservables");
        if (found.at("/edges").kind() != JsonView.Kind.ARRAY) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "OpenCTI's reply has no array at /data/stixCyberObservables/edges");
        }
        return GraphQl.nodes(found).stream()
                .filter(node -> new FoundObservable(node).isAbout(indicator))
                .findFirst()
                .map(Stored::new);
    }

    /** The one in the reply to its being added. */
    static Stored added(JsonView data) {
        JsonView node = data.at("/observable");
        if (GraphQl.text(node, "/id").isEmpty()) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "OpenCTI's reply does not show the observable it was to add");
        }
        return new Stored(node);
    }

    String id() {
        return node.textAt("/id", "");
    }

    OptionalInt score() {
        return FoundObservable.score(node);
    }

    /** The ids of its labels, by their values in lower case. */
    Map<String, String> labels() {
        return GraphQl.nodes(node.at("/objectLabel")).stream()
                .collect(Collectors.toMap(
                        label -> label.textAt("/value", "").toLowerCase(Locale.ROOT),
                        label -> label.textAt("/id", ""),
                        (one, other) -> one));
    }

    /** The ids of its TLP and PAP markings; of others we know nothing. */
    Map<Marking, String> markings() {
        return GraphQl.nodes(node.at("/objectMarking")).stream()
                .filter(marking ->
                        Marking.read(marking.textAt("/definition", "")).isPresent())
                .collect(Collectors.toMap(
                        marking ->
                                Marking.read(marking.textAt("/definition", "")).orElseThrow(),
                        marking -> marking.textAt("/id", ""),
                        (one, other) -> one));
    }

    Set<String> references() {
        return Set.copyOf(GraphQl.texts(GraphQl.nodes(node.at("/externalReferences")), "/url"));
    }

    /** Those that became of it by us. */
    List<JsonView> ownIndicators(String prefix) {
        return GraphQl.nodes(node.at("/indicators")).stream()
                .filter(indicator -> FoundObservable.isLabelled(indicator, prefix))
                .toList();
    }

    /** OpenCTI says that all is well where a rule or a right kept something out: fails where something is missing. */
    void confirm(Change change, Names.Ids ids) {
        List<String> labels = change.draft().labels();
        missing(ids.labels(), ids(node.at("/objectLabel"))).ifPresent(i -> refuse("label " + labels.get(i)));
        missing(ids.references(), ids(node.at("/externalReferences")))
                .ifPresent(i -> refuse("external reference " + ids.references().get(i)));
        List<Marking> markings = change.markings();
        missing(ids.markings(), ids(node.at("/objectMarking")))
                .filter(i -> markings().keySet().stream().noneMatch(it -> it.isStricterThan(markings.get(i))))
                .ifPresent(i -> refuse("marking " + markings.get(i).definition()));
    }

    private static Set<String> ids(JsonView connection) {
        return Set.copyOf(GraphQl.texts(GraphQl.nodes(connection), "/id"));
    }

    /** The place of the first that is not there. */
    private static Optional<Integer> missing(List<String> wanted, Set<String> there) {
        return IntStream.range(0, wanted.size())
                .filter(i -> !there.contains(wanted.get(i)))
                .boxed()
                .findFirst();
    }

    private void refuse(String what) {
        throw ProviderException.of(
                ErrorKind.INVALID_INPUT,
                "OpenCTI stored observable " + id() + " without its " + what
                        + ": the token's user needs the capability to set it, and enough confidence");
    }
}
