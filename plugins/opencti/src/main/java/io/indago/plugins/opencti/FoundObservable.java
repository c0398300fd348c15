package io.indago.plugins.opencti;

import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An observable as OpenCTI answers it. */
record FoundObservable(JsonView node) {

    /** A filter is exact, but one file's MD5 may be that of another as well. */
    boolean isAbout(Indicator indicator) {
        List<String> hashes = hashes();
        return hashes.isEmpty()
                ? isNamedOtherwise(indicator) || value().equalsIgnoreCase(indicator.value())
                : hashes.stream().anyMatch(hash -> hash.equalsIgnoreCase(indicator.value()));
    }

    /** What is shown of a file or an AS may be its name, and only the filter knows better. */
    private static boolean isNamedOtherwise(Indicator indicator) {
        ObservableType type = ObservableType.of(indicator);
        return type.isFile() || type == ObservableType.SYSTEM;
    }

    private String value() {
        return node.textAt("/observable_value", "");
    }

    private List<String> hashes() {
        return GraphQl.texts(node.at("/hashes").items(), "/hash");
    }

    String id() {
        return node.textAt("/id", "");
    }

    /** Empty where nobody gave it one: OpenCTI's 0 says nothing either. */
    OptionalInt score() {
        return score(node);
    }

    static OptionalInt score(JsonView node) {
        return node.at("/x_opencti_score").integer().stream()
                .filter(score -> score > 0 && score <= 100)
                .mapToInt(score -> (int) score)
                .findFirst();
    }

    List<String> labels() {
        return labels(node);
    }

    static List<String> labels(JsonView node) {
        return GraphQl.texts(GraphQl.nodes(node.at("/objectLabel")), "/value");
    }

    static boolean isLabelled(JsonView node, String prefix) {
        return labels(node).stream()
                .anyMatch(label -> label.toLowerCase(Locale.ROOT).startsWith(prefix + ":"));
    }

    /** {@code tlp:amber}, as tags are written. */
    Stream<String> markings() {
        return GraphQl.texts(GraphQl.nodes(node.at("/objectMarking")), "/definition").stream()
                .map(marking -> marking.toLowerCase(Locale.ROOT));
    }

    List<JsonView> indicators() {
        return GraphQl.nodes(node.at("/indicators"));
    }

    List<JsonView> reports() {
        return GraphQl.nodes(node.at("/reports"));
    }

    /** What it or one of its indicators is connected with. */
    List<JsonView> threats() {
        return Stream.concat(Stream.of(node), indicators().stream())
                .flatMap(it -> GraphQl.nodes(it.at("/stixCoreRelationships")).stream())
                .map(relationship -> relationship.at("/to"))
                .toList();
    }
}
