package io.indago.plugins.censys;

import io.indago.spi.JsonView;
import java.util.stream.Stream;

/** What a service was recognised as: {@code {"name": "Example C2", "malware": {"name": …}, "actors": [{"name": …}]}}. */
record Threat(JsonView view) {

    Stream<String> names() {
        return Stream.of("/name", "/id")
                .flatMap(pointer -> view.at(pointer).text().stream())
                .limit(1);
    }

    /** Where it is malware: an open directory is a threat, too. */
    Stream<String> malware() {
        return named(view.at("/malware")).limit(1);
    }

    Stream<String> actors() {
        return view.at("/actors").items().stream().flatMap(actor -> named(actor).limit(1));
    }

    private static Stream<String> named(JsonView someone) {
        return Stream.of("/name", "/primary_name").flatMap(pointer -> someone.at(pointer).text().stream());
    }
}
