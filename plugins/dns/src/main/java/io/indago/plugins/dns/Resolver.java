package io.indago.plugins.dns;

import io.indago.spi.HttpCall;
import java.util.Arrays;

/** A public resolver with a JSON API. */
enum Resolver {
    GOOGLE("dns.google") {
        @Override
        HttpCall query(String name, RecordType type) {
            // Without a client subnet, the name's owner learns no more of us than that somebody asked Google
            return call("resolve", name, type).query("edns_client_subnet", "0.0.0.0/0");
        }
    },
    CLOUDFLARE("cloudflare-dns.com") {
        @Override
        HttpCall query(String name, RecordType type) {
            return call("dns-query", name, type).header("accept", "application/dns-json");
        }
    };

    private final String host;

    Resolver(String host) {
        this.host = host;
    }

    String host() {
        return host;
    }

    /** Asks for the records of that type which that name has. */
    abstract HttpCall query(String name, RecordType type);

    HttpCall call(String path, String name, RecordType type) {
        return HttpCall.get("https://" + host, path).query("name", name).query("type", type.name());
    }

    static Resolver ofHost(String host) {
        return Arrays.stream(values())
                .filter(resolver -> resolver.host.equals(host))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resolver '" + host + "'"));
    }
}
