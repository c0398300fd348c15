package io.indago.client;

import io.indago.client.Deliveries.Delivery;
import io.indago.client.Display.Colour;
import java.util.ArrayList;
import java.util.List;

/** What a connector was told as an operator reads it: how much is before it, then each enrichment and where it is, or why not. */
record DeliveriesPage(Display display) {
    private static final List<String> HEADING = List.of("UTC", "INDICATOR", "VERDICT", "TRIES", "OUTCOME");
    private static final int WIDEST = 40;
    private static final int LINES_OF_A_DETAIL = 3;
    /** As wide as the time and its gap. */
    private static final String MARGIN = " ".repeat(18);

    String text(Deliveries deliveries) {
        StringBuilder page = new StringBuilder(display.line(
                Colour.BOLD,
                deliveries.connector() + display.dash() + deliveries.waiting() + " waiting" + display.dot()
                        + deliveries.putAside() + " put aside"));
        if (deliveries.putAside() > 0) {
            page.append(display.line(
                    Colour.PLAIN,
                    "to do  see why, then './indago plugins retry " + deliveries.connector() + "' has it told again"));
        }
        return deliveries.deliveries().isEmpty()
                ? page.append(display.line(Colour.PLAIN, "nothing told yet")).toString()
                : page.append('\n').append(table(deliveries.deliveries())).toString();
    }

    private String table(List<Delivery> deliveries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        deliveries.forEach(each -> rows.add(cells(each)));
        Columns columns = Columns.fitting(display, rows, WIDEST, 1);
        StringBuilder table = new StringBuilder(columns.row(Colour.BOLD, HEADING));
        for (Delivery each : deliveries) {
            table.append(columns.row(colour(each.outcome()), cells(each)));
            each.reference()
                    .or(each::reason)
                    .ifPresent(detail -> table.append(display.paragraph(MARGIN, detail, LINES_OF_A_DETAIL)));
        }
        return table.toString();
    }

    private static List<String> cells(Delivery delivery) {
        return List.of(
                UtcTime.minute(delivery.at()),
                delivery.defanged(),
                delivery.verdict(),
                Integer.toString(delivery.attempts()),
                delivery.outcome().replace('_', ' ')
                        + delivery.effect().map(effect -> ", " + effect).orElse(""));
    }

    private static Colour colour(String outcome) {
        return switch (outcome) {
            case "failed" -> Colour.RED;
            case "killed" -> Colour.YELLOW;
            case "not_allowed" -> Colour.FAINT;
            default -> Colour.PLAIN;
        };
    }
}
