package io.indago.plugins.urlscan;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls there are, with the key where there is one. Empty segments keep the slash at the end of a path. */
final class UrlscanApi {
    static final String HOST = "urlscan.io";

    private static final String API = "https://" + HOST + "/api/v1";
    /** The most that is allowed without a paid plan. */
    private static final String ROWS = "100";

    private final Optional<Secret> apiKey;

    UrlscanApi(Optional<Secret> apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    boolean hasKey() {
        return apiKey.isPresent();
    }

    HttpCall search(String query) {
        return withKey(HttpCall.get(API, "search", "").query("q", query).query("size", ROWS));
    }

    HttpCall result(String uuid) {
        return withKey(HttpCall.get(API, "result", uuid, ""));
    }

    HttpCall submit(String url, String visibility) {
        return withKey(
                HttpCall.post(API, "scan", "").json(new TreeMap<>(Map.of("url", url, "visibility", visibility))));
    }

    HttpCall quotas() {
        return withKey(HttpCall.get(API, "quotas"));
    }

    private HttpCall withKey(HttpCall call) {
        return apiKey.map(key -> call.header("API-Key", key)).orElse(call);
    }
}
