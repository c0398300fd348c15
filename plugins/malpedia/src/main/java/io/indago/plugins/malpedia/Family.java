package io.indago.plugins.malpedia;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;

/** What Malpedia knows of a family: {@code {"common_name": …, "alt_names": […], "attribution": […], "urls": […]}}. */
record Family(JsonView view) {

    Optional<String> name() {
        return text("/common_name");
    }

    Optional<String> description() {
        return text("/description");
    }

    Optional<String> updated() {
        return text("/updated");
    }

    List<String> aliases() {
        return view.at("/alt_names").texts();
    }

    /** Whom it is attributed to. */
    List<String> actors() {
        return view.at("/attribution").texts();
    }

    List<String> sources() {
        return view.at("/urls").texts();
    }

    private Optional<String> text(String pointer) {
        return view.at(pointer).text().filter(text -> !text.isBlank());
    }
}
