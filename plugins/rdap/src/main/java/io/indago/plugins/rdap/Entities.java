package io.indago.plugins.rdap;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has to do with what is registered: its registrar, the abuse desk, also that of the registrar. */
record Entities(List<JsonView> all) {
    private static final int MAX_DEPTH = 3;

    static Entities of(JsonView object) {
        return new Entities(within(object, MAX_DEPTH).toList());
    }

    private static Stream<JsonView> within(JsonView object, int depth) {
        return depth == 0
                ? Stream.empty()
                : object.at("/entities").items().stream()
                        .flatMap(entity -> Stream.concat(Stream.of(entity), within(entity, depth - 1)));
    }

    /** {@code Example Registrar, IANA id 376}. */
    Optional<String> registrar() {
        return inRole("registrar")
                .flatMap(entity -> JCard.of(entity)
                        .name()
                        .or(() -> entity.at("/handle").text())
                        .map(name -> name
                                + ianaId(entity).map(id -> ", IANA id " + id).orElse(""))
                        .stream())
                .findFirst();
    }

    private static Optional<String> ianaId(JsonView registrar) {
        return registrar.at("/publicIds").items().stream()
                .filter(id -> id.textAt("/type", "").equalsIgnoreCase("IANA Registrar ID"))
                .flatMap(id -> id.at("/identifier").text().stream())
                .findFirst();
    }

    /** Where abuse is reported to: an office, not a person. */
    Optional<String> abuseAddress() {
        return inRole("abuse")
                .flatMap(entity -> JCard.of(entity).email().stream())
                .findFirst();
    }

    /** An organisation's name; persons stay unnamed. */
    Optional<String> registrant() {
        return inRole("registrant")
                .flatMap(entity -> JCard.of(entity).organisation().stream())
                .findFirst();
    }

    Optional<String> registrantCountry() {
        return inRole("registrant")
                .flatMap(entity -> JCard.of(entity).country().stream())
                .findFirst();
    }

    private Stream<JsonView> inRole(String role) {
        return all.stream()
                .filter(entity -> entity.at("/roles").texts().stream().anyMatch(role::equalsIgnoreCase));
    }
}
