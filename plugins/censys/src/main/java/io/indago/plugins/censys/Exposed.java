package io.indago.plugins.censys;

import io.indago.spi.JsonView;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A service on a host: {@code {"port": 443, "protocol": "HTTP", "transport_protocol": "tcp", …}}. */
record Exposed(JsonView view) {
    private static final Set<String> HOSTILE = Set.of("c2", "c2_server", "malware", "botnet");

    static boolean isHostile(String label) {
        return HOSTILE.contains(label);
    }

    /** Of a host or a service: objects with a value, once texts. */
    static Stream<String> labels(JsonView holder) {
        return Stream.concat(
                        holder.at("/labels").texts().stream(),
                        holder.at("/labels").items().stream().flatMap(label -> label.at("/value").text().stream()))
                .map(label -> label.toLowerCase(Locale.ROOT));
    }

    Optional<String> port() {
        return view.at("/port").integer().stream().mapToObj(Long::toString).findFirst();
    }

    /** {@code 443/tcp HTTP}. */
    Stream<String> shown() {
        String transport = view.textAt("/transport_protocol", "tcp").toLowerCase(Locale.ROOT);
        String protocol = Stream.of("/extended_service_name", "/service_name", "/protocol")
                .flatMap(pointer -> view.at(pointer).text().stream())
                .filter(name -> !name.equals("UNKNOWN"))
                .findFirst()
                .map(name -> " " + name)
                .orElse("");
        return port().map(number -> number + "/" + transport + protocol).stream();
    }

    Stream<Threat> threats() {
        return view.at("/threats").items().stream()
                .filter(threat -> threat.kind() == JsonView.Kind.OBJECT)
                .map(Threat::new);
    }

    Stream<String> vulnerabilities() {
        return view.at("/vulns").items().stream().flatMap(vuln -> vuln.at("/id").text().stream());
    }

    Stream<String> software() {
        return view.at("/software").items().stream().flatMap(software -> software.at("/product").text().stream());
    }

    Stream<String> scanTime() {
        return Stream.of("/scan_time", "/observed_at").flatMap(pointer -> view.at(pointer).text().stream());
    }
}
