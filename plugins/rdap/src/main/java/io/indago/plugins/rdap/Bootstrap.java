package io.indago.plugins.rdap;

import io.indago.spi.ErrorKind;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which servers know what: {@code {"services": [[["com", "net"], ["https://rdap.example/"]], …]}}, RFC 9224. */
final class Bootstrap {
    static final String HOST = "data.iana.org";

    private final Registry registry;
    private final List<Service> services;

    private Bootstrap(Registry registry, List<Service> services) {
        this.registry = registry;
        this.services = List.copyOf(services);
    }

    private record Service(String key, List<String> servers) {}

    /** @throws ProviderException when it has no services */
    static Bootstrap of(Registry registry, JsonView body) {
        List<Service> services = new ArrayList<>();
        for (JsonView service : body.at("/services").items()) {
            List<String> servers = service.at("/1").texts();
            service.at("/0").texts().forEach(key -> services.add(new Service(key, servers)));
        }
        if (services.isEmpty()) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "IANA's list of RDAP servers has no services");
        }
        return new Bootstrap(registry, services);
    }

    /** The servers that know it, as they are written; empty when there is none. */
    List<String> servers(Indicator indicator) {
        int best = Registry.NONE;
        List<String> servers = List.of();
        for (Service service : services) {
            int match = registry.matches(service.key(), indicator);
            if (match > best) {
                best = match;
                servers = service.servers();
            }
        }
        return servers;
    }

    /** Empty when it is no URI. */
    static Optional<URI> uri(String written) {
        try {
            return Optional.of(new URI(written));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
