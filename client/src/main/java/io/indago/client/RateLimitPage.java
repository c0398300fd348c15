package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.List;

/** The rate limits of a hub as an operator reads them. */
record RateLimitPage(Display display) {

    String text(RateLimits limits) {
        Table table = new Table(display, 2, List.of("KIND", "NAME", "LIMIT", "UNTIL", "BY", "WHY"));
        table.add(Colour.PLAIN, List.of("user", "(every)", limits.user(), "", "", ""));
        table.add(Colour.PLAIN, List.of("client", "(every)", limits.client(), "", "", ""));
        limits.settings()
                .forEach(own ->
                        table.add(Colour.PLAIN, List.of(own.kind(), own.name(), own.limit(), "", "the settings", "")));
        limits.overrides()
                .forEach(own -> table.add(
                        Colour.YELLOW,
                        List.of(
                                own.kind(),
                                own.name(),
                                own.limit(),
                                UtcTime.minute(own.until()),
                                own.by(),
                                own.reason())));
        return table.text();
    }
}
