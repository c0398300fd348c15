package io.indago.client;

import io.indago.client.PluginDetails.Hold;
import java.util.Optional;

/** What an operator can do about a provider or connector that is not asked. */
final class Remedy {
    private Remedy() {}

    /** Empty when there is nothing to do, or nothing known. */
    static Optional<String> of(PluginDetails details) {
        return switch (details.state()) {
            case "disabled" ->
                Optional.of(
                        isOff(details)
                                ? "set its mode to another than off, and restart the hub"
                                : "'" + command("enable", details) + "' has it asked again");
            case "unconfigured" ->
                Optional.of(
                        details.missingSettings().isEmpty()
                                ? "correct its settings, and restart the hub"
                                : "set what is missing, and restart the hub");
            case "failed" -> Optional.of("see the problems and the hub's log; a restart of the hub tries it again");
            case "held_back" ->
                Optional.of(ofHold(details.heldBack().flatMap(Hold::by).orElse(""), details));
            default -> Optional.empty();
        };
    }

    private static String ofHold(String by, PluginDetails details) {
        String enable = "'" + command("enable", details) + "'";
        String check = "'" + command("check", details) + "'";
        return switch (by) {
            case "breaker" -> "nothing, it is tried again by itself; " + enable + " does so at once";
            case "rate_limit" -> "nothing, it is asked again by itself; nothing else helps";
            case "credential" ->
                "give it another credential and restart the hub; if this one is good again, " + check + " finds out";
            case "health" ->
                "nothing, two checks in a row that succeed end it; " + check + " makes one now, and " + enable
                        + " does not wait for them";
            default -> enable + " has it asked again";
        };
    }

    /** By the operator's settings, so that it can't be enabled here. */
    private static boolean isOff(PluginDetails details) {
        return details.settings().stream()
                .anyMatch(setting ->
                        setting.name().equals("mode") && setting.value().equals(Optional.of("off")));
    }

    private static String command(String verb, PluginDetails details) {
        return "./indago plugins " + verb + " " + details.id();
    }
}
