package io.indago.plugins.opencti;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What an observable and a note refer to. Adding one that is there gives that one. */
record Names(Change change) {

    /**
     * Their ids.
     *
     * @param markings in the order of {@link Change#markings()}
     */
    record Ids(String author, List<String> markings, List<String> labels, List<String> references) {}

    Mutation mutation() {
        Mutation mutation = new Mutation()
                .add(
                        "author",
                        "organizationAdd",
                        "OrganizationAddInput",
                        Map.of("name", Draft.AUTHOR, "description", "Enrichments of indicators"));
        List<Marking> markings = change.markings();
        IntStream.range(0, markings.size())
                .forEach(i -> mutation.add(
                        "m" + i,
                        "markingDefinitionAdd",
                        "MarkingDefinitionAddInput",
                        markings.get(i).json()));
        List<String> labels = change.draft().labels();
        IntStream.range(0, labels.size())
                .forEach(i -> mutation.add(
                        "l" + i, "labelAdd", "LabelAddInput", Map.of("value", labels.get(i), "color", "#455a64")));
        List<Map.Entry<URI, String>> references = references();
        IntStream.range(0, references.size())
                .forEach(i -> mutation.add(
                        "r" + i,
                        "externalReferenceAdd",
                        "ExternalReferenceAddInput",
                        Map.of(
                                "source_name",
                                references.get(i).getValue(),
                                "url",
                                references.get(i).getKey().toString())));
        return mutation;
    }

    private List<Map.Entry<URI, String>> references() {
        return List.copyOf(change.draft().references().entrySet());
    }

    /** @throws ProviderException when one of them has none */
    Ids read(JsonView data) {
        return new Ids(
                id(data, "author"),
                ids(data, "m", change.markings().size()),
                ids(data, "l", change.draft().labels().size()),
                ids(data, "r", references().size()));
    }

    private static List<String> ids(JsonView data, String name, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(data, name + i));
        }
        return ids;
    }

    private static String id(JsonView data, String name) {
        return GraphQl.text(data, "/" + name + "/id")
                .orElseThrow(() -> ProviderException.of(
                        ErrorKind.BAD_REPLY, "OpenCTI's reply has no id of what it was to add, at /data/" + name));
    }
}
