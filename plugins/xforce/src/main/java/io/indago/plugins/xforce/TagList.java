package io.indago.plugins.xforce;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tags people gave it: texts, or {@code {"tag": …}}. */
final class TagList {
    private TagList() {}

    static List<String> of(JsonView tags) {
        return Stream.concat(
                        tags.texts().stream(), tags.items().stream().flatMap(tag -> tag.at("/tag").text().stream()))
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .toList();
    }
}
