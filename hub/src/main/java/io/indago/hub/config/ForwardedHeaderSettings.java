package io.indago.hub.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Refuses the settings that make the container or Spring believe what a request says about where it comes from: they believe
 * anybody with a private address, or anybody at all. {@code indago.trusted-proxies} says who is believed.
 */
final class ForwardedHeaderSettings {
    private static final String STRATEGY = "server.forward-headers-strategy";
    /** Each of them switches the container's part on, whatever the strategy says. */
    private static final List<String> HEADERS =
            List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

    private ForwardedHeaderSettings() {}

    static Stream<String> problems(Binder settings) {
        Stream<String> strategy = Stream.of(STRATEGY)
                .filter(name ->
                        !settings.bind(name, String.class).orElse("none").equalsIgnoreCase("none"));
        Stream<String> headers = HEADERS.stream()
                .filter(name -> !settings.bind(name, String.class).orElse("").isBlank());
        return Stream.concat(strategy, headers)
                .map(name -> name + " is set: anybody in a private network could then say where he comes from."
                        + " Leave it out, and name your proxies in indago.trusted-proxies");
    }
}
