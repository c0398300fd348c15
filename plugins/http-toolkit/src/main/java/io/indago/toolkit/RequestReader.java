package io.indago.toolkit;

import io.indago.spi.IndicatorType;
import io.indago.toolkit.format.Fields;
import io.indago.toolkit.request.JsonBody;
import io.indago.toolkit.request.Request;
import io.indago.toolkit.request.Template;
import io.indago.toolkit.yaml.YamlList;
import io.indago.toolkit.yaml.YamlMap;
import io.indago.toolkit.yaml.YamlNode;
import io.indago.toolkit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how to ask. */
final class RequestReader {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final boolean internal;
    private final Set<String> hosts = new LinkedHashSet<>();

    /**
     * A reader.
     *
     * @param internal whether http is allowed
     */
    RequestReader(boolean internal) {
        this.internal = internal;
    }

    /** Of the URLs read so far. */
    Set<String> hosts() {
        return hosts;
    }

    /** The way to ask about each of these types. */
    Map<IndicatorType, Request> byType(Fields request, Set<IndicatorType> types, Collection<String> placeholders) {
        Map<IndicatorType, Request> ways = new EnumMap<>(IndicatorType.class);
        Request common = read(request, Optional.empty(), placeholders);
        types.forEach(type -> ways.put(type, common));
        Set<IndicatorType> varied = new LinkedHashSet<>();
        for (Fields variant : request.several("variants")) {
            Request way = read(variant, Optional.of(common), placeholders);
            for (IndicatorType type : SpecReader.types(variant, "types")) {
                if (!types.contains(type)) {
                    variant.problem("types", type.id() + " is none of the provider's types");
                } else if (!varied.add(type)) {
                    variant.problem("types", type.id() + " has another variant already");
                }
                ways.put(type, way);
            }
        }
        return ways;
    }

    /** One request; what it does not say is as in the common one. */
    Request read(Fields fields, Optional<Request> common, Collection<String> placeholders) {
        Optional<String> url = fields.text("url").filter(given -> address(fields, given));
        boolean post = fields.text("method")
                .map("POST"::equals)
                .orElse(common.map(Request::post).orElse(false));
        Request request = new Request(
                fields.map().path(),
                post,
                url.or(() -> common.map(Request::url)).orElse(""),
                fields.text("path")
                        .map(path -> path(fields, path, placeholders))
                        .orElse(common.map(Request::path).orElse(List.of())),
                templates(fields, "query", common.map(Request::query), placeholders),
                templates(fields, "headers", common.map(Request::headers), placeholders),
                templates(fields, "form", common.map(Request::form), placeholders),
                fields.node("json")
                        .map(body -> body(fields, body, placeholders))
                        .or(() -> common.flatMap(Request::json)));
        checkBody(fields, request);
        checkHeaders(fields);
        return request;
    }

    private static void checkBody(Fields fields, Request request) {
        boolean body = !request.form().isEmpty() || request.json().isPresent();
        if (!request.form().isEmpty() && request.json().isPresent()) {
            fields.problem("json", "is beside a form: a request has one body");
        } else if (body && !request.post()) {
            fields.problem("method", "is GET, which has no body: use POST");
        }
    }

    private static void checkHeaders(Fields fields) {
        fields.named("headers").forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches()) {
                fields.problems().add(value, "is no header's name");
            } else if (List.of("host", "content-length", "transfer-encoding", "connection", "content-type")
                    .contains(name.toLowerCase(Locale.ROOT))) {
                fields.problems().add(value, "is set by the hub");
            }
        });
    }

    private boolean address(Fields fields, String url) {
        if (!url.startsWith("http")) {
            return false; // has been said
        }
        Optional<String> host = SpecReader.host(url);
        host.ifPresent(hosts::add);
        if (host.isEmpty()) {
            fields.problem("url", "is no URL: " + url);
        } else if (!internal && !url.startsWith("https://")) {
            fields.problem("url", "is not https, which only a provider that says internal: true may do without");
        }
        return host.isPresent();
    }

    private static List<Template> path(Fields fields, String path, Collection<String> placeholders) {
        List<Template> segments = new ArrayList<>();
        for (String segment : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
            template(fields, fields.node("path").orElseThrow(), segment, placeholders)
                    .ifPresent(segments::add);
        }
        return segments;
    }

    private static Map<String, Template> templates(
            Fields fields, String name, Optional<Map<String, Template>> common, Collection<String> placeholders) {
        if (fields.node(name).isEmpty()) {
            return common.orElse(Map.of());
        }
        Map<String, Template> templates = new LinkedHashMap<>();
        fields.named(name).forEach((key, value) -> template(fields, value, value.text(), placeholders)
                .ifPresent(template -> templates.put(key, template)));
        return templates;
    }

    private static Optional<Template> template(
            Fields fields, YamlNode place, String text, Collection<String> placeholders) {
        try {
            return Optional.of(Template.of(text, placeholders));
        } catch (IllegalArgumentException e) {
            fields.problems().add(place, e.getMessage());
            return Optional.empty();
        }
    }

    private static JsonBody body(Fields fields, YamlNode body, Collection<String> placeholders) {
        Map<YamlScalar, Template> templates = new LinkedHashMap<>();
        collect(fields, body, placeholders, templates);
        return new JsonBody(body, templates);
    }

    private static void collect(
            Fields fields, YamlNode node, Collection<String> placeholders, Map<YamlScalar, Template> templates) {
        if (node instanceof YamlMap map) {
            map.fields().values().forEach(value -> collect(fields, value, placeholders, templates));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> collect(fields, item, placeholders, templates));
        } else if (node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.TEXT) {
            template(fields, scalar, scalar.text(), placeholders).ifPresent(made -> templates.put(scalar, made));
        }
    }
}
