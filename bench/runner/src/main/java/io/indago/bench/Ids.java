package io.indago.bench;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the eight providers are called. */
final class Ids {
    static final int PROVIDERS = 8;
    static final Set<String> ALL =
            IntStream.rangeClosed(1, PROVIDERS).mapToObj(Ids::provider).collect(Collectors.toUnmodifiableSet());

    private Ids() {}

    /** @param number from 1 */
    static String provider(int number) {
        return "bench-" + number;
    }

    /** The path below the mock, which is where the hub's sandbox mode sends the provider's call. */
    static String path(int number, String address) {
        return "/api." + provider(number) + ".example/v1/ip/" + address;
    }
}
