package io.indago.plugins.yeti;

import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A tag of an observable. */
record FoundTag(String name, JsonView view) {

    /** {@code [{"name": "c2", "fresh": true, "expires": …}]}, or, before YETI 2.3, an object with the names for keys. */
    static List<FoundTag> of(JsonView tags) {
        Stream<FoundTag> listed = Stream.concat(
                tags.texts().stream().map(name -> new FoundTag(name, tags)),
                tags.items().stream()
                        .flatMap(tag -> tag.at("/name").text().stream().map(name -> new FoundTag(name, tag))));
        Stream<FoundTag> keyed = tags.fields().entrySet().stream().map(FoundTag::keyed);
        return Stream.concat(listed, keyed)
                .filter(tag -> !tag.name().isBlank())
                .map(tag -> new FoundTag(tag.name().toLowerCase(Locale.ROOT), tag.view()))
                .toList();
    }

    private static FoundTag keyed(Map.Entry<String, JsonView> tag) {
        return new FoundTag(tag.getValue().textAt("/name", tag.getKey()), tag.getValue());
    }

    /** A tag's word counts until it expires; YETI notices that only now and then. */
    boolean isFresh(Instant now) {
        return view.at("/fresh").flag().orElse(true)
                && YetiTime.at(view, "/expires")
                        .or(() -> YetiTime.at(view, "/expiration"))
                        .map(now::isBefore)
                        .orElse(true);
    }
}
