package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Usage.ProviderUsage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What somebody has used, as a person reads it: all of it, then by provider, the busiest first. */
record UsagePage(Display display) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int WIDEST = 30;

    String text(Usage usage) {
        StringBuilder page = new StringBuilder();
        String span = time(usage.from()) + " to " + time(usage.to()) + " UTC";
        page.append(display.line(
                Colour.BOLD,
                span + usage.asOf().map(last -> ", counted up to " + time(last)).orElse("")));
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
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PROVIDER", "LOOKUPS", "HITS", "CALLS", "BYTES RECEIVED"));
        busiest.forEach(each -> rows.add(List.of(
                each.provider(),
                Long.toString(each.lookups()),
                Long.toString(each.hits()),
                Long.toString(each.calls()),
                Long.toString(each.bytes()))));
        Columns columns = Columns.fitting(display, rows, WIDEST, 1);
        StringBuilder table = new StringBuilder(columns.row(Colour.BOLD, rows.get(0)));
        rows.stream().skip(1).forEach(row -> table.append(columns.row(Colour.PLAIN, row)));
        return table.toString();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
