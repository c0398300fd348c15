package io.indago.hub.web;

import com.google.common.net.InetAddresses;
import io.indago.hub.config.ProxyRange;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the client behind the proxies that are trusted: each of them adds the address it was asked from to the end of
 * {@code X-Forwarded-For}, so that the last one which is none of theirs is the client's, whatever the client sent before it.
 */
final class TrustedProxies {
    private final List<ProxyRange> ranges;

    TrustedProxies(List<ProxyRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Whether there is a proxy at that address; at what is no address there is none. */
    boolean isTrusted(String address) {
        return isAddress(address) && ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * The client's address.
     *
     * @param proxy the trusted proxy that asks us
     * @param forwardedFor what was forwarded to it by others or itself, in the order of the header
     */
    String client(String proxy, String forwardedFor) {
        List<String> hops =
                Arrays.stream(forwardedFor.split(",")).map(String::strip).toList();
        String nearest = proxy;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest) && isAddress(hops.get(i)); i--) {
            nearest = hops.get(i);
        }
        return nearest;
    }

    /** A name is none, and is not looked up either. */
    private static boolean isAddress(String text) {
        return InetAddresses.isInetAddress(text) && !text.contains("%");
    }
}
