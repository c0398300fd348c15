package io.indago.hub.reference;

import static java.util.stream.Collectors.joining;

import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.Pap;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The page {@code docs/providers.md}: what the bundled plugins declare, for people. */
record ProviderReference(BundledPlugins plugins) {
    private static final int MANY_HOSTS = 8;

    String text() {
        StringBuilder page = new StringBuilder(introduction());
        page.append("| Provider | Takes | Exposure | Needs | By default |\n|---|---|---|---|---|\n");
        plugins.providers().forEach(spec -> page.append(row(spec)));
        page.append("\n| Connector | Takes | Needs |\n|---|---|---|\n");
        plugins.connectors().forEach(spec -> page.append(row(spec)));
        plugins.providers().forEach(spec -> page.append(section(spec)));
        plugins.connectors().forEach(spec -> page.append(section(spec)));
        return page.toString();
    }

    private String introduction() {
        return """
                # Providers and connectors

                What comes with the hub: %d providers, which are asked, and %d connectors, which are told. The build writes this page from
                what the plugins declare ([how](../CONTRIBUTING.md#working-on-it)), so don't edit it. How to give a setting, and the settings
                everybody has (`mode`, `quota`, `required`), is in [Operating](operating.md#settings); what a hub has, and what holds it back,
                says `./indago plugins`.

                *Exposure* is what asking reveals. `local`: nothing leaves the organisation. `vendor`: the provider sees the question.
                `target`: the indicator's owner can notice, so it takes PAP:GREEN. `public`: others see it, so it takes PAP:CLEAR. The default,
                PAP:AMBER, asks `local` and `vendor` alone. *Reliability* is the Admiralty scale's: A is trusted most, F has no weight.
                Without what it *needs* a provider is not asked; what is off by default needs a `mode` as well.

                """.formatted(plugins.providers().size(), plugins.connectors().size());
    }

    private String row(ProviderSpec spec) {
        return "| %s | %s | `%s` | %s | %s |\n"
                .formatted(link(spec), types(spec), word(spec.exposure()), needs(spec), byDefault(spec));
    }

    private String row(ConnectorSpec spec) {
        return "| %s | %s | %s |\n".formatted(link(spec), types(spec), needs(spec));
    }

    private static String link(ExtensionSpec spec) {
        return "[`%s`](#%s)".formatted(spec.id(), spec.id());
    }

    private static String types(ExtensionSpec spec) {
        return spec.types().stream().map(IndicatorType::id).collect(joining(" "));
    }

    private static String needs(ExtensionSpec spec) {
        String required = names(spec, Setting::isRequired);
        String helpful = names(spec, setting -> setting.isSecret() && !setting.isRequired());
        if (!required.isEmpty()) {
            return required;
        }
        return helpful.isEmpty() ? "nothing" : "nothing; can use " + helpful;
    }

    private static String names(ExtensionSpec spec, Predicate<Setting> which) {
        return spec.config().settings().stream()
                .filter(which)
                .map(setting -> "`" + setting.name() + "`")
                .collect(joining(", "));
    }

    private static String byDefault(ProviderSpec spec) {
        if (spec.offByDefault().isPresent()) {
            return "off";
        }
        return Pap.AMBER.permits(spec.exposure()) ? "asked" : "asked with PAP:" + strictest(spec);
    }

    private static Pap strictest(ProviderSpec spec) {
        return Stream.of(Pap.RED, Pap.AMBER, Pap.GREEN)
                .filter(pap -> pap.permits(spec.exposure()))
                .findFirst()
                .orElse(Pap.CLEAR);
    }

    private String section(ProviderSpec spec) {
        return heading(spec)
                + item("Takes", types(spec))
                + item(
                        "Exposure",
                        "`" + word(spec.exposure()) + "`, asked up to PAP:" + strictest(spec) + " and " + shared(spec))
                + item("Reliability", spec.reliability() + ": " + spec.reliabilityReason())
                + item("Quota of the smallest plan", new SpanText().quotas(spec.quotas()))
                + item("An answer is used again", new SpanText().atMost(spec.freshFor()))
                + common(spec);
    }

    private String section(ConnectorSpec spec) {
        return heading(spec) + item("Is told", types(spec) + ", up to " + shared(spec)) + common(spec);
    }

    private static String heading(ExtensionSpec spec) {
        return "\n## " + spec.id() + "\n\n"
                + spec.homepage()
                        .map(page -> "[" + text(spec.title()) + "](" + page + ")")
                        .orElse(text(spec.title()))
                + (spec instanceof ConnectorSpec ? ", a connector" : "")
                + "\n\n";
    }

    private static String shared(ExtensionSpec spec) {
        return "TLP:" + spec.maxTlp().label() + (spec.isInternal() ? ", also reserved addresses and own domains" : "");
    }

    private String common(ExtensionSpec spec) {
        return "- Hosts: " + hosts(spec) + "\n"
                + item("Health check", plugins.checked().contains(spec.id()) ? "yes" : "no")
                + spec.offByDefault()
                        .map(reason -> item("Off by default", reason))
                        .orElse("")
                + settings(spec);
    }

    private static String hosts(ExtensionSpec spec) {
        List<String> hosts = spec.hosts().stream().map(host -> "`" + host + "`").toList();
        if (spec.config().settings().stream().anyMatch(setting -> setting.type() == Setting.Type.URL)) {
            return Stream.concat(Stream.of("your own"), hosts.stream()).collect(joining(", "));
        }
        String all = String.join(", ", hosts);
        return hosts.size() <= MANY_HOSTS
                ? all
                : "<details><summary>%d of them</summary>%s</details>".formatted(hosts.size(), all);
    }

    private static String settings(ExtensionSpec spec) {
        if (spec.config().settings().isEmpty()) {
            return item("Settings", "none of its own");
        }
        return spec.config().settings().stream()
                .map(ProviderReference::setting)
                .collect(joining("", "\n| Setting | Kind | Default | |\n|---|---|---|---|\n", ""));
    }

    private static String setting(Setting setting) {
        String standard = setting.defaultValue()
                .map(value -> "`" + text(value) + "`")
                .orElse(setting.isRequired() ? "required" : "none");
        return "| `%s` | %s | %s | %s |\n".formatted(setting.name(), kind(setting), standard, text(setting.help()));
    }

    private static String kind(Setting setting) {
        return setting.allowed().isEmpty()
                ? word(setting.type())
                : sorted(setting.allowed()).map(value -> "`" + value + "`").collect(joining(", "));
    }

    private static Stream<String> sorted(Collection<String> values) {
        return values.stream().sorted();
    }

    private static String item(String name, String text) {
        return "- " + name + ": " + text(text) + "\n";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What plugins' authors wrote, kept from meaning anything to Markdown. */
    private static String text(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s+", " ");
    }
}
