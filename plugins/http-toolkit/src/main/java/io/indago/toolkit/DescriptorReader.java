package io.indago.toolkit;

import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.ReplyReader;
import io.indago.toolkit.Descriptor.Paging;
import io.indago.toolkit.Descriptor.Polling;
import io.indago.toolkit.Descriptor.Probe;
import io.indago.toolkit.format.Fields;
import io.indago.toolkit.format.Grammar;
import io.indago.toolkit.format.ShapeCheck;
import io.indago.toolkit.jq.Jq;
import io.indago.toolkit.jq.JqCompiler;
import io.indago.toolkit.report.ReplyRules;
import io.indago.toolkit.report.ReportMapping;
import io.indago.toolkit.request.Auth;
import io.indago.toolkit.request.Request;
import io.indago.toolkit.request.Settings;
import io.indago.toolkit.yaml.Problems;
import io.indago.toolkit.yaml.YamlFile;
import io.indago.toolkit.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a descriptor, to its end whatever is wrong: an author is told everything at once. */
final class DescriptorReader {
    private final Fields fields;
    private final Problems problems;
    private final ClassLoader readers;
    private final SettingsReader settings;
    private final ReportReader report;
    private final RequestReader request;

    private DescriptorReader(Fields fields, ClassLoader readers) {
        this.fields = fields;
        this.readers = readers;
        problems = fields.problems();
        settings = new SettingsReader(fields);
        List<String> variables = new ArrayList<>(List.of("value", "type", "config", "status", "page"));
        variables.addAll(fields.named("let").keySet());
        report = new ReportReader(JqCompiler.of(problems, variables, fields.scalar("functions")));
        request = new RequestReader(fields.flag("internal"));
    }

    /** The descriptor; empty when there are problems. */
    static Optional<Descriptor> read(byte[] file, ClassLoader readers, Problems problems) {
        Optional<YamlMap> root = YamlFile.read(file, problems);
        root.ifPresent(map -> new ShapeCheck(problems).check(map, Grammar.DESCRIPTOR));
        return root.map(map -> new DescriptorReader(new Fields(map, problems), readers))
                .flatMap(DescriptorReader::descriptor);
    }

    private Optional<Descriptor> descriptor() {
        List<String> placeholders = placeholders();
        Map<String, Jq> let = report.named(fields, "let");
        AuthReader authReader = new AuthReader(settings);
        List<Auth> auth = fields.several("auth").stream()
                .flatMap(each -> authReader.read(each).stream())
                .toList();
        Set<IndicatorType> types = SpecReader.types(fields, "types");
        Map<IndicatorType, Request> requests = fields.fields("request")
                .map(given -> request.byType(given, types, with(placeholders, paging())))
                .orElse(Map.of());
        checkForm(auth, requests);
        ReplyRules rules = report.rules(fields);
        Optional<Paging> paging = fields.fields("paging").flatMap(this::paging);
        Optional<Polling> polling = fields.fields("polling").flatMap(given -> polling(given, placeholders));
        Optional<Probe> probe = fields.fields("health").map(this::probe);
        Optional<ReportMapping> mapping = fields.fields("report").flatMap(report::mapping);
        Optional<Class<? extends ReplyReader>> reader = fields.text("read").flatMap(this::reader);
        checkWhole();
        SpecReader spec = new SpecReader(fields);
        spec.check(request.hosts());
        return problems.isEmpty()
                ? spec(spec)
                        .map(declared -> new Descriptor(
                                declared,
                                settings.patterns(),
                                let,
                                requests,
                                auth,
                                rules,
                                paging,
                                polling,
                                probe,
                                mapping,
                                reader))
                : Optional.empty();
    }

    private Optional<ProviderSpec> spec(SpecReader reader) {
        try {
            return Optional.of(reader.spec(settings.settings(), request.hosts()));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<String> placeholders() {
        List<String> names = new ArrayList<>(List.of("value", "type"));
        settings.open().forEach(name -> names.add(Settings.PREFIX + name));
        for (String name : fields.named("let").keySet()) {
            if (List.of("value", "type", "config", "status", "page", "next").contains(name)) {
                fields.problem("let", "gives " + name + " another meaning: choose another name");
            }
            names.add(name);
        }
        return names;
    }

    private List<String> paging() {
        return fields.node("paging").isPresent() ? List.of("next") : List.of();
    }

    private static List<String> with(List<String> names, Collection<String> more) {
        return Stream.concat(names.stream(), more.stream()).toList();
    }

    private Optional<Paging> paging(Fields given) {
        return report.jq(given, "next")
                .flatMap(next -> given.whole("most").map(most -> new Paging(next, given.flag("link"), most)));
    }

    private Optional<Polling> polling(Fields given, List<String> placeholders) {
        Map<String, Jq> take = report.named(given, "take");
        Optional<Request> poll = given.fields("request")
                .map(each -> request.read(
                        each,
                        Optional.empty(),
                        with(placeholders, given.named("take").keySet())));
        Optional<Jq> until = report.jq(given, "until");
        return poll.flatMap(asking ->
                until.flatMap(done -> given.span("every").map(every -> new Polling(take, asking, done, every))));
    }

    private Probe probe(Fields given) {
        List<String> placeholders =
                settings.open().stream().map(name -> Settings.PREFIX + name).toList();
        return new Probe(request.read(given, Optional.empty(), placeholders), report.jq(given, "up"));
    }

    private Optional<Class<? extends ReplyReader>> reader(String name) {
        try {
            Class<?> type = Class.forName(name, true, readers);
            if (ReplyReader.class.isAssignableFrom(type)) {
                return Optional.of(type.asSubclass(ReplyReader.class));
            }
            fields.problem("read", name + " is no " + ReplyReader.class.getName() + ": implement it");
        } catch (ClassNotFoundException e) {
            fields.problem("read", "no class " + name + " in the plugin: a file alone has none, put both into a jar");
        } catch (LinkageError e) {
            fields.problem("read", name + " can't be loaded: " + e);
        }
        return Optional.empty();
    }

    private void checkWhole() {
        boolean mapped = fields.node("report").isPresent();
        if (mapped == fields.node("read").isPresent()) {
            fields.problem(
                    mapped ? "read" : "report",
                    mapped
                            ? "is beside report: it is one or the other"
                            : "is missing: say what a reply means, or read");
        }
        if (fields.node("paging").isPresent() && fields.node("polling").isPresent()) {
            fields.problem("paging", "is beside polling: a reader in Java can do both");
        }
        if (fields.node("paging").isPresent() && fields.node("read").isPresent()) {
            fields.problem("paging", "is beside read: the reader asks for further pages");
        }
    }

    private void checkForm(List<Auth> auth, Map<IndicatorType, Request> requests) {
        boolean form = auth.stream().anyMatch(each -> each.kind() == Auth.Kind.FORM);
        if (form
                && requests.values().stream()
                        .anyMatch(each -> !each.post() || each.json().isPresent())) {
            fields.problem("auth", "goes into a form, so every request must be a POST without json");
        }
        if (form && (fields.node("health").isPresent() || fields.node("polling").isPresent())) {
            fields.problem("auth", "goes into a form, which neither health nor polling can have");
        }
    }
}
