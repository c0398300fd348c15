package io.indago.plugins.otx;

import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An indicator's sections, read as one: no two have a member of the same name that means something else.
 *
 * @param bodies the first, and those of the others that came
 * @param missing the names of those that didn't
 */
record Sections(List<JsonView> bodies, List<String> missing) {

    static Sections of(List<String> names, List<HttpReply> replies) {
        List<JsonView> bodies = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).status() == 200) {
                bodies.add(replies.get(i).json());
            } else {
                missing.add(names.get(i));
            }
        }
        return new Sections(List.copyOf(bodies), List.copyOf(missing));
    }

    /** The values at that pointer, one of each section that has any. */
    Stream<JsonView> all(String pointer) {
        return bodies.stream().map(body -> body.at(pointer)).filter(JsonView::exists);
    }

    /** The first text that says anything. */
    Optional<String> text(String pointer) {
        return all(pointer)
                .flatMap(view -> view.text().stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The elements of the arrays at that pointer. */
    Stream<JsonView> items(String pointer) {
        return all(pointer).flatMap(view -> view.items().stream());
    }
}
