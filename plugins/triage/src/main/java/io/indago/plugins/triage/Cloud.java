package io.indago.plugins.triage;

import io.indago.spi.Setting;
import java.net.URI;
import java.util.Locale;

/** Where an account is. What is analysed in the public cloud is seen by everybody. */
enum Cloud {
    PUBLIC("api.tria.ge", "https://api.tria.ge/v0", "https://tria.ge/"),
    PRIVATE("private.tria.ge", "https://private.tria.ge/api/v0", "https://private.tria.ge/");

    static final String SETTING = "cloud";

    private final String host;
    private final String api;
    private final String site;

    Cloud(String host, String api, String site) {
        this.host = host;
        this.api = api;
        this.site = site;
    }

    static Setting setting() {
        return Setting.text(
                        SETTING, "Where the account is: public, https://tria.ge/, or private, https://private.tria.ge/")
                .oneOf(PUBLIC.id(), PRIVATE.id())
                .defaultsTo(PUBLIC.id());
    }

    String host() {
        return host;
    }

    String api() {
        return api;
    }

    URI page(String sample) {
        return URI.create(site + sample);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cloud ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
