package io.indago.client;

import io.indago.client.Display.Colour;
import io.indago.client.LookupPlan.Known;
import io.indago.client.LookupPlan.Planned;
import io.indago.client.LookupPlan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as a person reads it: who would be asked, and why not the others; then the requests. */
record PlanPage(Display display) {
    private static final int LINES_OF_A_NOTE = 3;
    private static final int LINES_OF_A_REQUEST = 8;

    String text(LookupPlan plan) {
        StringBuilder page = new StringBuilder();
        page.append(display.line(
                Colour.BOLD,
                plan.indicator().defanged() + "  (" + plan.indicator().type() + ")"));
        page.append(headline(plan)).append('\n');
        plan.indicator()
                .warnings()
                .forEach(warning -> page.append(display.paragraph("note: ", warning.text(), LINES_OF_A_NOTE)));
        Table table =
                new Table(display, LINES_OF_A_NOTE, List.of("PROVIDER", "PLAN", "EXPOSURE", "CALLS", "WHAT TO KNOW"));
        Map<Boolean, List<Planned>> providers = plan.providers().stream()
                .collect(Collectors.partitioningBy(
                        provider -> provider.status().equals(Optional.of(Bystanders.STATUS))));
        providers.get(false).forEach(provider -> table.add(colour(provider), row(provider)));
        page.append('\n').append(table.text());
        page.append(new Bystanders(display)
                .line(
                        plan.indicator().type(),
                        providers.get(true).stream().map(Planned::provider).toList()));
        plan.providers().stream()
                .filter(provider -> !provider.requests().isEmpty())
                .forEach(provider -> page.append('\n').append(requests(provider)));
        return page.toString();
    }

    private String headline(LookupPlan plan) {
        long asked = plan.providers().stream().filter(Planned::wouldBeAsked).count();
        int calls = plan.providers().stream()
                .mapToInt(provider -> provider.cost().calls())
                .sum();
        return String.join(
                display.dot(),
                "nothing was sent",
                asked + " of " + plan.providers().size() + " providers would be asked",
                calls + (calls == 1 ? " request" : " requests") + " to begin with");
    }

    private List<String> row(Planned provider) {
        return List.of(
                provider.provider(),
                plan(provider),
                provider.exposure().orElse("?"),
                provider.cost().calls() == 0
                        ? "-"
                        : String.valueOf(provider.cost().calls()),
                note(provider));
    }

    private static String plan(Planned provider) {
        if (provider.origin().equals("cache")) {
            return "cached";
        }
        return provider.status().orElse("ask");
    }

    private String note(Planned provider) {
        List<String> parts = new ArrayList<>();
        if (provider.origin().equals("cache")) {
            provider.cache().map(PlanPage::known).ifPresent(parts::add);
        } else {
            provider.reason().ifPresent(parts::add);
        }
        if (provider.wouldBeAsked()) {
            if (provider.sandbox()) {
                parts.add("sandbox");
            }
            PluginFigures figures = new PluginFigures(display);
            provider.cost().quotas().forEach(quota -> parts.add(figures.quota(quota)));
        }
        return String.join(display.dot(), parts);
    }

    private static String known(Known known) {
        return known.status() + " since " + UtcTime.second(known.fetchedAt()) + ", good until "
                + UtcTime.second(known.freshUntil());
    }

    private String requests(Planned provider) {
        StringBuilder requests = new StringBuilder(display.line(Colour.BOLD, provider.provider()));
        for (Request request : provider.requests()) {
            requests.append(display.paragraph("  ", request.method() + " " + request.url(), LINES_OF_A_REQUEST));
            request.headers()
                    .forEach((name, value) ->
                            requests.append(display.paragraph("    ", name + ": " + value, LINES_OF_A_REQUEST)));
            request.body().ifPresent(body -> requests.append('\n')
                    .append(display.paragraph("    ", body, LINES_OF_A_REQUEST)));
        }
        return requests.toString();
    }

    private static Colour colour(Planned provider) {
        if (provider.origin().equals("none")) {
            return Colour.FAINT;
        }
        return provider.wouldBeAsked() || provider.origin().equals("cache") ? Colour.PLAIN : Colour.YELLOW;
    }
}
