package io.indago.hub.selfcheck;

import java.net.URI;

/** An address by how safe the way there is. */
record Address(URI uri) {

    static Address of(String uri) {
        return new Address(URI.create(uri));
    }

    /** Whether what is sent there can be read on the way: it leaves this machine, and not by TLS. */
    boolean isExposed() {
        return !"https".equalsIgnoreCase(uri.getScheme()) && !isLoopback();
    }

    private boolean isLoopback() {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
