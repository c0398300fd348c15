package io.indago.toolkit.format;

import io.indago.toolkit.yaml.Problems;
import io.indago.toolkit.yaml.YamlList;
import io.indago.toolkit.yaml.YamlMap;
import io.indago.toolkit.yaml.YamlNode;
import io.indago.toolkit.yaml.YamlScalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a mapping. What is of the wrong kind is absent here: {@link ShapeCheck} has said so. */
public record Fields(YamlMap map, Problems problems) {

    public Optional<YamlNode> node(String name) {
        return map.find(name);
    }

    public Optional<YamlScalar> scalar(String name) {
        return map.find(name).flatMap(Fields::scalar);
    }

    public Optional<String> text(String name) {
        return scalar(name).flatMap(YamlScalar::asText);
    }

    public boolean flag(String name) {
        return scalar(name)
                .filter(value -> value.text().equalsIgnoreCase("true"))
                .isPresent();
    }

    public Optional<Integer> whole(String name) {
        return scalar(name)
                .filter(value -> value.type() == YamlScalar.Type.WHOLE)
                .map(value -> (int) Long.parseLong(value.text()));
    }

    public Optional<Duration> span(String name) {
        return text(name).filter(written -> written.matches(Span.PATTERN)).map(Span::of);
    }

    public Optional<Fields> fields(String name) {
        return map.find(name).flatMap(this::fields);
    }

    private Optional<Fields> fields(YamlNode node) {
        return node instanceof YamlMap inner ? Optional.of(new Fields(inner, problems)) : Optional.empty();
    }

    /** Those of each mapping of a list, or of one alone. */
    public List<Fields> several(String name) {
        return items(name).stream().flatMap(item -> fields(item).stream()).toList();
    }

    /** The values of a list, or one alone. */
    public List<YamlScalar> scalars(String name) {
        return items(name).stream().flatMap(item -> scalar(item).stream()).toList();
    }

    public List<String> texts(String name) {
        return scalars(name).stream().map(YamlScalar::text).toList();
    }

    /** Values by names of the author's own, in their order. */
    public Map<String, YamlScalar> named(String name) {
        Map<String, YamlScalar> named = new LinkedHashMap<>();
        fields(name).ifPresent(inner -> inner.map().fields().forEach((key, value) -> scalar(value)
                .ifPresent(scalar -> named.put(key, scalar))));
        return named;
    }

    public void problem(String name, String sentence) {
        Optional<YamlNode> node = node(name);
        if (node.isPresent()) {
            problems.add(node.get(), sentence);
        } else {
            problems.add(map.line(), map.path(name), sentence);
        }
    }

    private List<YamlNode> items(String name) {
        return map.find(name)
                .map(node -> node instanceof YamlList list ? list.items() : List.of(node))
                .orElse(List.of());
    }

    private static Optional<YamlScalar> scalar(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() != YamlScalar.Type.NOTHING
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
