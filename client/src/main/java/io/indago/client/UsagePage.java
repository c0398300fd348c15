package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Usage.ProviderUsage;
import java.util.Comparator;
import java.util.List;

/** What somebody has used, as a person reads it: all of it, then by provider, the busiest first. */
record UsagePage(Display display) {
    String text(Usage usage) {
        StringBuilder page = new StringBuilder();
        String span = UtcTime.minute(usage.from()) + " to " + UtcTime.minute(usage.to()) + " UTC";
        page.append(display.line(
                Colour.BOLD,
                span
                        + usage.asOf()
                                .map(last -> ", counted up to " + UtcTime.minute(last))
                                .orElse("")));
        page.append(display.line(
                Colour.PLAIN,
                usage.requests() + " requests" + display.dot() + usage.lookups() + " lookups" + display.dot()
                        + usage.bytes() + " bytes answered"));
        if (!usage.providers().isEmpty()) {
            page.append('\n').append(table(usage.providers()));
        }
        return page.toString();
    }

    private String table(List<ProviderUsage> providers) {
        List<ProviderUsage> busiest = providers.stream()
                .sorted(Comparator.comparingLong(ProviderUsage::lookups).reversed())
                .toList();
        Table table = new Table(display, 1, List.of("PROVIDER", "LOOKUPS", "HITS", "CALLS", "BYTES RECEIVED"));
        busiest.forEach(each -> table.add(
                Colour.PLAIN,
                List.of(
                        each.provider(),
                        Long.toString(each.lookups()),
                        Long.toString(each.hits()),
                        Long.toString(each.calls()),
                        Long.toString(each.bytes()))));
        return table.text();
    }
}
