package io.indago.plugins.misp;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches MISP's attributes for an indicator, page by page, a few at most. */
final class MispProvider implements Provider {
    private static final int PAGE = 100;
    private static final int PAGES = 3;

    private final MispServer server;
    private final String ownPrefix;

    MispProvider(MispServer server, String ownPrefix) {
        this.server = requireNonNull(server, "server");
        this.ownPrefix = requireNonNull(ownPrefix, "ownPrefix");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return page(indicator, 1, List.of());
    }

    private Step<Report> page(Indicator indicator, int page, List<FoundAttribute> before) {
        return Step.call(server.post(search(indicator, page), "attributes", "restSearch"), reply -> {
            List<JsonView> items = attributes(reply.json());
            List<FoundAttribute> all = new ArrayList<>(before);
            items.stream()
                    .map(FoundAttribute::new)
                    .filter(attribute -> attribute.isAbout(indicator))
                    // What we said ourselves is no second opinion
                    .filter(attribute -> !attribute.isTagged(ownPrefix + ":"))
                    .forEach(all::add);
            return items.size() < PAGE || page == PAGES
                    ? Step.done(MispReport.of(all, server))
                    : page(indicator, page + 1, all);
        });
    }

    private static Map<String, Object> search(Indicator indicator, int page) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("returnFormat", "json");
        // In a list: MISP would take a text with && in it for two
        search.put("value", MispType.values(indicator));
        search.put("type", MispType.searched(indicator.type()));
        search.put("limit", PAGE);
        search.put("page", page);
        search.put("includeContext", true);
        search.put("includeEventTags", true);
        search.put("includeSightings", true);
        search.put("includeDecayScore", true);
        search.put("includeWarninglistHits", true);
        return search;
    }

    /** {@code {"response": {"Attribute": […]}}}; of nothing some versions say {@code {"response": []}}. */
    private static List<JsonView> attributes(JsonView body) {
        JsonView response = body.at("/response");
        JsonView attributes = response.at("/Attribute");
        boolean nothing =
                response.kind() == JsonView.Kind.ARRAY && response.items().isEmpty();
        if (attributes.kind() != JsonView.Kind.ARRAY && !nothing) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "MISP's reply has no array at /response/Attribute");
        }
        return attributes.items();
    }

    /** Any key is good for asking for the version, and none is not. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(
                server.get("servers", "getVersion"),
                reply -> Step.done(
                        reply.json().at("/version").text().isPresent()
                                ? Health.up()
                                : Health.down("what answers there says no MISP version")));
    }
}
