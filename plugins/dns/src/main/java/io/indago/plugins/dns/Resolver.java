package io.indago.plugins.dns;

import io.indago.spi.HttpCall;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import java.util.Arrays;

/** A public resolver with a JSON API. */
enum Resolver {
    GOOGLE("dns.google", "resolve") {
        @Override
        HttpCall prepared(HttpCall question) {
            // Without a client subnet, the name's owner learns no more of us than that somebody asked Google
            return question.query("edns_client_subnet", "0.0.0.0/0");
        }
    },
    CLOUDFLARE("cloudflare-dns.com", "dns-query") {
        @Override
        HttpCall prepared(HttpCall question) {
            return question.header("Accept", "application/dns-json");
        }
    };

    static final String SETTING = "resolver";

    private final String host;
    private final String path;

    Resolver(String host, String path) {
        this.host = host;
        this.path = path;
    }

    /** Lets the operator choose one. */
    static Setting setting() {
        return Setting.text(SETTING, "The public resolver to ask")
                .oneOf(GOOGLE.host, CLOUDFLARE.host)
                .defaultsTo(GOOGLE.host);
    }

    String host() {
        return host;
    }

    abstract HttpCall prepared(HttpCall question);

    /** Asks for the records of that type which that name has. */
    HttpCall query(String name, RecordType type) {
        return prepared(
                HttpCall.get("https://" + host, path).query("name", name).query("type", type.name()));
    }

    /** The same of a name that has a secret in it. */
    HttpCall query(Secret name, RecordType type) {
        return prepared(
                HttpCall.get("https://" + host, path).query("name", name).query("type", type.name()));
    }

    static Resolver ofHost(String host) {
        return Arrays.stream(values())
                .filter(resolver -> resolver.host.equals(host))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no resolver '" + host + "'"));
    }
}
