package io.indago.plugins.circlhashlookup;

import io.indago.spi.JsonView;
import java.util.stream.Stream;

/** A member's text or texts, or its number: sizes are written as either. */
final class MemberText {
    private MemberText() {}

    /** Without blank ones. */
    static Stream<String> of(JsonView object, String pointer) {
        JsonView value = object.at(pointer);
        return Stream.concat(
                        value.texts().stream(),
                        value.kind() == JsonView.Kind.NUMBER
                                ? value.integer().stream().mapToObj(String::valueOf)
                                : Stream.empty())
                .filter(text -> !text.isBlank());
    }
}
