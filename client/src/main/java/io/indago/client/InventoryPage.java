package io.indago.client;

import io.indago.client.Inventory.Plugin;
import java.util.ArrayList;
import java.util.List;

/** The providers and connectors of a hub as a person reads them, then what is wrong. */
record InventoryPage(Display display) {
    private static final int LINES_OF_A_REASON = 3;

    String text(Inventory inventory) {
        StringBuilder page = new StringBuilder(new ExtensionTable(display, "PROVIDER").text(inventory.providers()));
        if (!inventory.connectors().isEmpty()) {
            page.append('\n').append(new ExtensionTable(display, "CONNECTOR").text(inventory.connectors()));
        }
        List<String> complaints = complaints(inventory);
        if (!complaints.isEmpty()) {
            page.append("\nproblems:\n");
            complaints.forEach(complaint -> page.append(display.paragraph("  ", complaint, LINES_OF_A_REASON)));
        }
        return page.toString();
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
