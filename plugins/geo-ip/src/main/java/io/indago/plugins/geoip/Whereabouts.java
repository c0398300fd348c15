package io.indago.plugins.geoip;

import io.indago.spi.Evidence;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place on earth, as far as a service tells.
 *
 * @param names from the smallest, the country last
 * @param coordinates latitude and longitude
 */
record Whereabouts(List<String> names, Optional<String> coordinates) {

    Whereabouts {
        names = List.copyOf(names);
    }

    /** The names at these pointers, from the smallest; those that are there. */
    static Whereabouts of(JsonView view, String... pointers) {
        return new Whereabouts(
                Stream.of(pointers)
                        .flatMap(pointer -> text(view, pointer).stream())
                        .distinct()
                        .toList(),
                Optional.empty());
    }

    Whereabouts at(Optional<String> latitudeAndLongitude) {
        return new Whereabouts(names, latitudeAndLongitude);
    }

    /** Latitude and longitude at these pointers, if both are there. */
    Whereabouts at(JsonView view, String latitude, String longitude) {
        return at(
                number(view, latitude).flatMap(north -> number(view, longitude).map(east -> north + "," + east)));
    }

    /** Starts a report that says so, and whose network it is. */
    Report.Builder report(Optional<String> owner) {
        String where = names.isEmpty() ? "It is nobody knows where" : "It is in " + String.join(", ", names);
        Report.Builder report = Report.hit(
                where + owner.map(name -> ", in the network of " + name).orElse(""));
        Evidence.listing("location", "it is in ", names).ifPresent(report::evidence);
        coordinates
                .map(place -> Evidence.of("coordinates", "its coordinates are about " + place)
                        .value(place))
                .ifPresent(report::evidence);
        return report;
    }

    /** The names of the members that are true. */
    static List<String> flags(JsonView view, Stream<String> members) {
        return members.filter(member -> view.at("/" + member).flag().orElse(false))
                .collect(Collectors.toList());
    }

    static Optional<String> text(JsonView view, String pointer) {
        return view.at(pointer).text().map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> number(JsonView view, String pointer) {
        return view.at(pointer).number().stream().mapToObj(String::valueOf).findFirst();
    }
}
