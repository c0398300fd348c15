package io.indago.toolkit.format;

import io.indago.toolkit.yaml.Problems;
import io.indago.toolkit.yaml.YamlList;
import io.indago.toolkit.yaml.YamlMap;
import io.indago.toolkit.yaml.YamlNode;
import io.indago.toolkit.yaml.YamlScalar;
import io.indago.toolkit.yaml.YamlScalar.Type;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what was written with what may be written, and says everything that differs. */
public final class ShapeCheck {
    private final Problems problems;

    public ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    public void check(YamlNode node, Kind kind) {
        if (node instanceof YamlScalar scalar && scalar.type() == Type.NOTHING && !(kind instanceof Kind.Anything)) {
            problems.add(node, "has no value: give it one, or remove it");
        } else if (kind instanceof Shape shape) {
            fields(node, shape);
        } else if (kind instanceof Kind.Several several) {
            several(node, several);
        } else if (kind instanceof Kind.Named named) {
            named(node, named);
        } else if (!(kind instanceof Kind.Anything)) {
            single(node, kind).ifPresent(expected -> expected(node, expected));
        }
    }

    private void fields(YamlNode node, Shape shape) {
        if (!(node instanceof YamlMap map)) {
            expected(node, "a mapping with " + shape.names());
            return;
        }
        map.fields().forEach((name, value) -> shape.find(name)
                .ifPresentOrElse(field -> check(value, field.kind()), () -> unknown(map, name, shape)));
        shape.fields().stream()
                .filter(field -> field.required() && map.find(field.name()).isEmpty())
                .forEach(field -> problems.add(map.line(), map.path(field.name()), "is missing: " + field.help()));
    }

    private void unknown(YamlMap map, String name, Shape shape) {
        String hint = Nearest.to(name, shape.names())
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "known are " + shape.names());
        problems.add(map.lines().getOrDefault(name, map.line()), map.path(name), "no such field: " + hint);
    }

    private void several(YamlNode node, Kind.Several several) {
        if (!(node instanceof YamlList list)) {
            check(node, several.each());
        } else if (list.items().isEmpty()) {
            problems.add(node, "is empty: give it an item, or remove it");
        } else {
            list.items().forEach(item -> check(item, several.each()));
        }
    }

    private void named(YamlNode node, Kind.Named named) {
        if (!(node instanceof YamlMap map)) {
            expected(node, "a mapping of names to values");
            return;
        }
        map.fields().forEach((name, value) -> {
            if (!Pattern.matches(named.pattern(), name)) {
                problems.add(
                        map.lines().getOrDefault(name, map.line()),
                        map.path(name),
                        "is named wrong: expected " + named.expected());
            }
            check(value, named.each());
        });
    }

    /** What was expected of a single value; empty when it is so. */
    private static Optional<String> single(YamlNode node, Kind kind) {
        Optional<YamlScalar> scalar = node instanceof YamlScalar single ? Optional.of(single) : Optional.empty();
        Optional<String> text = scalar.flatMap(YamlScalar::asText);
        if (kind instanceof Kind.Text wanted) {
            return text.filter(given -> Pattern.matches(wanted.pattern(), given))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(wanted.expected());
        }
        if (kind instanceof Kind.Choice choice) {
            return text.filter(choice.words()::contains).isPresent()
                    ? Optional.empty()
                    : Optional.of(text.flatMap(given -> Nearest.to(given, choice.words()))
                            .map(near -> "one of " + choice.words() + ", perhaps " + near)
                            .orElse("one of " + choice.words()));
        }
        if (kind instanceof Kind.Whole whole) {
            return scalar.filter(given -> given.type() == Type.WHOLE)
                            .map(given -> Long.parseLong(given.text()))
                            .filter(number -> number >= whole.least() && number <= whole.most())
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            whole.least() == whole.most()
                                    ? Long.toString(whole.least())
                                    : "a whole number from " + whole.least() + " to " + whole.most());
        }
        if (kind instanceof Kind.Flag) {
            return scalar.filter(given -> given.type() == Type.FLAG).isPresent()
                    ? Optional.empty()
                    : Optional.of("true or false");
        }
        if (kind instanceof Kind.Expression) {
            return scalar.filter(given -> !given.text().isBlank()).isPresent()
                    ? Optional.empty()
                    : Optional.of("an expression in jq");
        }
        return scalar.isPresent() ? Optional.empty() : Optional.of("a text, a number, true or false");
    }

    private void expected(YamlNode node, String expected) {
        String given = node instanceof YamlScalar scalar ? "'" + shortened(scalar.text()) + "'" : node.kind();
        problems.add(node, "is " + given + ", expected " + expected);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
