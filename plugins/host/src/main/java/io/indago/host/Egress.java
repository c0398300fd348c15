package io.indago.host;

import io.indago.spi.HttpCall;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a provider's calls may go: to the hosts it declared and the operator's own servers, over https on its own port. A provider inside the
 * organisation may also use http and other ports. In the sandbox the same rule holds before a call is sent there.
 */
final class Egress {
    private final Set<String> hosts;
    private final boolean internal;
    private final Optional<String> sandbox;

    Egress(Set<String> hosts, boolean internal, Optional<URI> sandbox) {
        this.hosts = hosts;
        this.internal = internal;
        this.sandbox = sandbox.map(uri -> uri.toString().replaceAll("/+$", ""));
    }

    /** Why the call may not be made, for the plugin's author; empty when it may. */
    Optional<String> objection(HttpCall call) {
        URI uri;
        try {
            uri = call.uri();
        } catch (IllegalArgumentException e) {
            return Optional.of("it asked for a call to no valid http(s) URI: " + call);
        }
        if (!hosts.contains(lower(uri.getHost()))) {
            return Optional.of("it asked for a call to " + uri.getHost()
                    + ", a host it does not declare: add it to hosts(…) of its spec, now " + hosts);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("it asked for a call with credentials in the URI: use a header with a secret");
        }
        if (!internal && (!"https".equals(uri.getScheme()) || uri.getPort() != -1 && uri.getPort() != 443)) {
            return Optional.of("it asked for a call to " + uri.getScheme() + "://" + uri.getRawAuthority()
                    + ": only https on port 443 is allowed, unless its spec says internal()");
        }
        return Optional.empty();
    }

    /** The call as it is to be sent. */
    HttpCall route(HttpCall call) {
        return sandbox.map(to -> call.rebased(base -> inSandbox(to, base))).orElse(call);
    }

    /** {@code https://api.example.com/v1/x} becomes {@code <sandbox>/api.example.com/v1/x}. */
    private static String inSandbox(String sandbox, String base) {
        URI uri = URI.create(base);
        int path = base.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length();
        return sandbox + "/" + lower(uri.getHost()) + base.substring(path);
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
