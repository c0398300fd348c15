package io.indago.plugins.rdap;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An entity's address card, RFC 7095: {@code ["vcard", [["fn", {}, "text", "Example Registrar"], …]]}. */
record JCard(List<JsonView> properties) {

    static JCard of(JsonView entity) {
        return new JCard(entity.at("/vcardArray/1").items());
    }

    /** Its name, unless it is a person's. */
    Optional<String> organisation() {
        boolean organisation = texts("kind").anyMatch(kind -> !kind.equalsIgnoreCase("individual"));
        return texts("org").findFirst().or(() -> organisation ? name() : Optional.empty());
    }

    Optional<String> name() {
        return texts("fn").findFirst();
    }

    Optional<String> email() {
        return texts("email").findFirst();
    }

    /** The address's code, a parameter by RFC 8605 or written where the country's name belongs. */
    Optional<String> country() {
        return named("adr")
                .flatMap(address ->
                        Stream.concat(address.at("/1/cc").text().stream(), address.at("/3/6").text().stream()))
                .filter(code -> code.matches("[A-Za-z]{2}"))
                .findFirst();
    }

    private Stream<String> texts(String name) {
        return named(name)
                .flatMap(property -> property.at("/3").texts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Stream<JsonView> named(String name) {
        return properties.stream().filter(property -> property.textAt("/0", "").equalsIgnoreCase(name));
    }
}
