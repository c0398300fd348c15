package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Inventory.Plugin;
import io.indago.client.Inventory.Provider;
import java.util.ArrayList;
import java.util.List;

/** The providers of a hub as a person reads them, then what is wrong. */
record InventoryPage(Display display) {
    private static final int LINES_OF_A_REASON = 3;

    String text(Inventory inventory) {
        Table table = new Table(display, LINES_OF_A_REASON, List.of("PROVIDER", "TITLE", "TYPES", "EXPOSURE", "STATE"));
        inventory.providers().forEach(provider -> table.add(colour(provider), cells(provider)));
        StringBuilder page = new StringBuilder(table.text());
        List<String> complaints = complaints(inventory);
        if (!complaints.isEmpty()) {
            page.append("\nproblems:\n");
            complaints.forEach(complaint -> page.append(display.paragraph("  ", complaint, LINES_OF_A_REASON)));
        }
        return page.toString();
    }

    private static List<String> cells(Provider provider) {
        return List.of(
                provider.id(),
                provider.title(),
                String.join(" ", provider.types()),
                provider.exposure(),
                state(provider));
    }

    private static String state(Provider provider) {
        if (!provider.available()) {
            return provider.unavailable().orElse("can't be asked");
        }
        return provider.sandbox() ? "sandbox" : "live";
    }

    private static Colour colour(Provider provider) {
        if (!provider.available()) {
            return Colour.FAINT;
        }
        return provider.sandbox() ? Colour.YELLOW : Colour.PLAIN;
    }

    private static List<String> complaints(Inventory inventory) {
        List<String> complaints = new ArrayList<>();
        inventory.problems().forEach(problem -> complaints.add("settings: " + problem.sentence()));
        for (Plugin plugin : inventory.plugins()) {
            String name = plugin.name() + " (" + plugin.state() + "): ";
            plugin.problems().forEach(problem -> complaints.add(name + problem.sentence()));
        }
        return complaints;
    }
}
