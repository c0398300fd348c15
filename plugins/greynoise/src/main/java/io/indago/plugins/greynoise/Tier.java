package io.indago.plugins.greynoise;

import java.util.Locale;

/** What the operator has subscribed to, and the path it opens. */
enum Tier {
    COMMUNITY("community"),
    ENTERPRISE("ip");

    private final String path;

    Tier(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tier ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
