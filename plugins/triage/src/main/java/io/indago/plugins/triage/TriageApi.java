package io.indago.plugins.triage;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The calls there are. */
final class TriageApi {
    private static final String ROWS = "50";

    private final Cloud cloud;
    private final Secret apiKey;

    TriageApi(Cloud cloud, Secret apiKey) {
        this.cloud = requireNonNull(cloud, "cloud");
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    URI page(String sample) {
        return cloud.page(sample);
    }

    HttpCall search(Indicator indicator) {
        return withKey(HttpCall.get(cloud.api(), "search")
                .query("query", query(indicator))
                .query("limit", ROWS));
    }

    /** Colons and slashes of a value would else be part of the query. */
    private static String query(Indicator indicator) {
        String value = indicator.value();
        String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return switch (indicator.type()) {
            case MD5, SHA1, SHA256, SHA512 -> indicator.type().id() + ":" + value;
            case DOMAIN, FQDN -> "domain:" + value;
            case IPV4 -> "ip:" + value;
            case IPV6 -> "ip:" + quoted;
            case URL -> "url:" + quoted;
            default ->
                throw new IllegalArgumentException(
                        "Triage has no operator for a " + indicator.type().id());
        };
    }

    HttpCall overview(String sample) {
        return withKey(HttpCall.get(cloud.api(), "samples", sample, "overview.json"));
    }

    HttpCall summary(String sample) {
        return withKey(HttpCall.get(cloud.api(), "samples", sample, "summary"));
    }

    HttpCall submit(String url) {
        return withKey(HttpCall.post(cloud.api(), "samples")
                .json(new TreeMap<>(Map.of("kind", "url", "url", url, "interactive", false))));
    }

    HttpCall sample(String id) {
        return withKey(HttpCall.get(cloud.api(), "samples", id));
    }

    /** Which profiles there are: free, and it tells whether the key works. */
    Step<Health> health() {
        HttpCall profiles = withKey(HttpCall.get(cloud.api(), "profiles").query("limit", "1"));
        return Step.call(profiles, reply -> Step.done(Health.up()));
    }

    private HttpCall withKey(HttpCall call) {
        return call.header("Authorization", "Bearer ", apiKey);
    }
}
