package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Inventory.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Providers or connectors, a row for each, without the columns that none of them has anything for. */
record ExtensionTable(Display display, String heading) {
    private static final int LINES_OF_A_REASON = 3;

    private record Column(String name, Function<Extension, String> cell) {}

    String text(List<Extension> extensions) {
        List<Column> columns = columns(extensions);
        Table table = new Table(
                display, LINES_OF_A_REASON, columns.stream().map(Column::name).toList());
        for (Extension each : extensions) {
            table.add(
                    colour(each),
                    columns.stream().map(column -> column.cell().apply(each)).toList());
        }
        return table.text();
    }

    private List<Column> columns(List<Extension> extensions) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(heading, Extension::id));
        columns.add(new Column("TYPES", each -> String.join(" ", each.types())));
        addOptional(columns, "EXPOSURE", extensions, Extension::exposure);
        addOptional(columns, "HEALTH", extensions, each -> each.health().map(PluginHealth::state));
        columns.add(new Column("STATE", ExtensionTable::state));
        return columns;
    }

    private static void addOptional(
            List<Column> columns,
            String name,
            List<Extension> extensions,
            Function<Extension, Optional<String>> value) {
        if (extensions.stream().map(value).anyMatch(Optional::isPresent)) {
            columns.add(new Column(name, each -> value.apply(each).orElse("-")));
        }
    }

    private static String state(Extension extension) {
        if (extension.available()) {
            return extension.sandbox() ? "sandbox" : "live";
        }
        String word = extension.state().orElse("").replace('_', ' ');
        String reason = extension.unavailable().orElse("");
        if (word.isEmpty() || reason.toLowerCase(Locale.ROOT).startsWith(word)) {
            return reason.isEmpty() ? "can't be asked" : reason;
        }
        return reason.isEmpty() ? word : word + ": " + reason;
    }

    private static Colour colour(Extension extension) {
        if (extension.state().equals(Optional.of("held_back"))) {
            return Colour.YELLOW;
        }
        if (!extension.available()) {
            return Colour.FAINT;
        }
        return extension.sandbox() ? Colour.YELLOW : Colour.PLAIN;
    }
}
