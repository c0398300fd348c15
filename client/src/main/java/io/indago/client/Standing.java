package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.PluginDetails.Hold;
import io.indago.client.PluginDetails.Quota;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Whether a provider or connector is asked now, in a line. */
record Standing(PluginDetails details) {

    Colour colour() {
        return switch (details.state()) {
            case "ready" -> but().isEmpty() ? Colour.GREEN : Colour.YELLOW;
            case "held_back", "unconfigured", "disabled" -> Colour.YELLOW;
            case "failed" -> Colour.RED;
            default -> Colour.BOLD;
        };
    }

    String sentence() {
        return switch (details.state()) {
            case "held_back" ->
                "held back" + details.heldBack().map(Standing::hold).orElse("");
            case "ready" -> "ready" + but();
            default -> details.state().replace('_', ' ');
        };
    }

    private static String hold(Hold hold) {
        return hold.by().map(by -> " by " + holder(by)).orElse("")
                + hold.until().map(end -> " until " + UtcTime.second(end)).orElse("");
    }

    private static String holder(String by) {
        return switch (by) {
            case "breaker" -> "its circuit breaker";
            case "credential" -> "its credential";
            case "rate_limit" -> "its rate limit";
            case "health" -> "its health checks";
            default -> by;
        };
    }

    /** What one that is ready lacks. */
    private String but() {
        if (details.quotas().stream().anyMatch(Quota::isSpent)) {
            return ", but its quota is spent"
                    + free().map(end -> " until " + UtcTime.second(end)).orElse("");
        }
        if (details.health().filter(health -> health.state().equals("down")).isPresent()) {
            return ", but its last health check failed";
        }
        return details.sandbox() ? ", but the sandbox or a recording answers in its place" : "";
    }

    private Optional<Instant> free() {
        return details.quotas().stream()
                .filter(Quota::isSpent)
                .map(Quota::freeAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
