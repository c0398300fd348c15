package io.indago.toolkit.request;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.PluginConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the calls of one provider: with its settings and its credential, seeing the statuses it wants to see. */
public final class Caller {
    private final PluginConfig config;
    private final Settings settings;
    private final List<Auth> auth;
    private final int[] seen;
    private final int[] noData;

    public Caller(PluginConfig config, Settings settings, List<Auth> auth, int[] seen, int[] noData) {
        this.config = requireNonNull(config, "config");
        this.settings = requireNonNull(settings, "settings");
        this.auth = List.copyOf(auth);
        this.seen = seen.clone();
        this.noData = noData.clone();
    }

    public HttpCall call(Request request, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(settings.placeholders());
        all.putAll(values);
        Map<String, String> form = new LinkedHashMap<>();
        auth.forEach(each -> each.addTo(form, config));
        return authorised(request.call(all, settings, form)).seeing(seen).noDataOn(noData);
    }

    /** Without the statuses that mean something to a lookup alone. */
    public HttpCall probe(Request request) {
        return authorised(request.call(settings.placeholders(), settings, Map.of()));
    }

    /** A call to a URL that a reply gave. */
    public HttpCall link(Request request, String link, Map<String, String> values) {
        return authorised(request.link(link, values)).seeing(seen).noDataOn(noData);
    }

    private HttpCall authorised(HttpCall call) {
        HttpCall with = call;
        for (Auth each : auth) {
            with = each.applied(with, config);
        }
        return with;
    }
}
