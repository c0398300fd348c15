package io.indago.client;

import io.indago.client.Display.Colour;
import java.util.Optional;

/** A health check as an operator reads it. */
record HealthCheckPage(Display display) {

    String text(HealthCheck check) {
        Particulars particulars = new Particulars(display);
        particulars.add("why", check.reason());
        particulars.add("checked", check.checkedAt().map(UtcTime::second));
        particulars.add("took", check.took().map(PluginFigures::seconds));
        particulars.add("reachable", reachable(check));
        particulars.add("credential", check.credential());
        particulars.add("quota left", check.quotaLeft());
        return display.line(colour(check.state()), check.id() + ": " + check.state()) + particulars.text();
    }

    /** What can't tell how it is has reached nobody, which says nothing. */
    private static Optional<String> reachable(HealthCheck check) {
        return check.reachable()
                .filter(reachable -> reachable || !check.state().equals("unknown"))
                .map(reachable -> reachable ? "yes" : "no");
    }

    private static Colour colour(String state) {
        return switch (state) {
            case "up" -> Colour.GREEN;
            case "down" -> Colour.RED;
            default -> Colour.BOLD;
        };
    }
}
