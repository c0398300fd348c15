package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.Inventory.PluginProblem;
import io.indago.client.PluginDetails.Hold;
import io.indago.client.PluginDetails.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One provider or connector as an operator reads it: its state, what is wrong and what to do, how it does, what it is. */
record PluginPage(Display display) {
    private static final int LINES_OF_A_SENTENCE = 3;

    String text(PluginDetails details) {
        Particulars particulars = trouble(details);
        particulars.endGroup();
        new PluginFigures(display).addTo(particulars, details);
        particulars.add("missing", details.missingSettings());
        particulars.endGroup();
        addNature(particulars, details);
        String settings = details.settings().isEmpty() ? "" : "\n" + new SettingTable(display).text(details.settings());
        return head(details) + particulars.text() + settings;
    }

    /** Only its state, what is wrong and what to do. */
    String summary(PluginDetails details) {
        return head(details) + trouble(details).text();
    }

    private String head(PluginDetails details) {
        String name = details.id()
                + details.title().map(title -> display.dash() + title).orElse("");
        String kind = details.kind().map(word -> "  (" + word + ")").orElse("");
        Standing standing = new Standing(details);
        String sentence = display.paragraph("", standing.sentence(), LINES_OF_A_SENTENCE);
        return display.line(Colour.BOLD, name + kind) + display.paint(standing.colour(), sentence.strip()) + "\n";
    }

    private Particulars trouble(PluginDetails details) {
        Particulars particulars = new Particulars(display);
        particulars.add("why", details.reason().or(() -> details.heldBack().flatMap(Hold::reason)));
        particulars.add("to do", Remedy.of(details));
        particulars.add(
                "problems",
                details.problems().stream().map(PluginProblem::sentence).toList());
        return particulars;
    }

    private void addNature(Particulars particulars, PluginDetails details) {
        particulars.add("types", String.join(" ", details.types()));
        particulars.add("hosts", String.join(" ", details.hosts()));
        particulars.add("exposure", details.exposure());
        particulars.add("strictest TLP", details.maxTlp());
        particulars.add(
                "reliability",
                Stream.of(details.reliability(), details.reliabilityReason())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(": ")));
        particulars.add("homepage", details.homepage());
        details.plugin().ifPresent(plugin -> addSource(particulars, plugin));
    }

    private void addSource(Particulars particulars, Source plugin) {
        List<String> parts = Stream.of(
                        Optional.of(plugin.name()),
                        plugin.version(),
                        plugin.state(),
                        plugin.apiVersion().map(version -> "plugin API " + version))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .toList();
        particulars.add("plugin", String.join(display.dot(), parts));
        particulars.add(
                "jars",
                plugin.jars().stream()
                        .map(jar ->
                                jar.file() + jar.sha256().map(sum -> " " + sum).orElse(""))
                        .toList());
    }
}
