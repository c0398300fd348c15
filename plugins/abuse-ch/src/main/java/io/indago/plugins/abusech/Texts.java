package io.indago.plugins.abusech;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts of records in which nearly every member may be null. */
final class Texts {
    private Texts() {}

    /** Empty when it is blank, too. */
    static Optional<String> at(JsonView view, String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }

    /** Reporters write {@code RAT} and {@code rat}. */
    static List<String> tags(JsonView view) {
        return view.at("/tags").texts().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Evidence that has the text at that pointer as its value. */
    static Optional<Evidence> evidence(JsonView view, String code, String introduction, String pointer) {
        return at(view, pointer)
                .map(text -> Evidence.of(code, introduction + text).value(text));
    }
}
