package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.HttpCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a URL is asked about. The colon is part of the path, which is why the paths are not made of segments. */
enum ApiVersion {
    V4 {
        @Override
        HttpCall call(String url) {
            Map<String, Object> threats = new TreeMap<>(Map.of(
                    "threatTypes", ThreatType.names(),
                    "platformTypes", List.of("ANY_PLATFORM"),
                    "threatEntryTypes", List.of("URL"),
                    "threatEntries", List.of(Map.of("url", url))));
            Map<String, Object> client = new TreeMap<>(Map.of("clientId", "indago", "clientVersion", "1"));
            return HttpCall.post(API + "/v4/threatMatches:find")
                    .json(new TreeMap<>(Map.of("client", client, "threatInfo", threats)));
        }
    },
    V5 {
        @Override
        HttpCall call(String url) {
            return HttpCall.get(API + "/v5/urls:search").query("urls", url);
        }
    };

    private static final String API = "https://" + SafeBrowsingProvider.HOST;

    abstract HttpCall call(String url);

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApiVersion ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
