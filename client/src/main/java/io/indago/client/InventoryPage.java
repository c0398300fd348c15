package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Inventory.Plugin;
import io.indago.client.Inventory.PluginProblem;
import io.indago.client.Inventory.Provider;
import java.util.ArrayList;
import java.util.List;

/** The providers of a hub as a person reads them, then what is wrong. */
record InventoryPage(Display display) {
    private static final int WIDEST = 30;
    private static final int LINES_OF_A_REASON = 3;

    String text(Inventory inventory) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PROVIDER", "TITLE", "TYPES", "EXPOSURE", "STATE"));
        inventory.providers().forEach(provider -> rows.add(cells(provider)));
        Columns columns = Columns.fitting(display, rows, WIDEST, LINES_OF_A_REASON);
        StringBuilder page = new StringBuilder(columns.row(Colour.BOLD, rows.get(0)));
        for (int row = 1; row < rows.size(); row++) {
            page.append(columns.row(colour(inventory.providers().get(row - 1)), rows.get(row)));
        }
        List<String> complaints = complaints(inventory);
        if (!complaints.isEmpty()) {
            page.append("\nproblems:\n");
            complaints.forEach(complaint -> page.append(paragraph(complaint)));
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
        inventory.problems().forEach(problem -> complaints.add("settings: " + sentence(problem)));
        for (Plugin plugin : inventory.plugins()) {
            String name = plugin.name() + " (" + plugin.state() + "): ";
            plugin.problems().forEach(problem -> complaints.add(name + sentence(problem)));
        }
        return complaints;
    }

    private static String sentence(PluginProblem problem) {
        return problem.severity() + " at " + problem.phase() + ": " + problem.message();
    }

    private String paragraph(String text) {
        StringBuilder paragraph = new StringBuilder();
        String margin = "  ";
        for (String line : Cells.wrap(
                display.safe(text), display.width() - margin.length(), LINES_OF_A_REASON, display.ellipsis())) {
            paragraph.append(margin).append(line).append('\n');
        }
        return paragraph.toString();
    }
}
