package io.indago.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.indago.spi.JsonView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A view of a Jackson node, which nobody changes once it is parsed. */
record NodeView(JsonNode node) implements JsonView {
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");

    /** Walks; Jackson's own pointers are compiled at each use, which costs more than the walk. */
    @Override
    public JsonView at(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON Pointer is empty or begins with '/': " + pointer);
        }
        JsonNode here = node;
        int from = 1;
        while (from <= pointer.length() && !here.isMissingNode()) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            here = step(here, pointer.substring(from, to));
            from = to + 1;
        }
        return new NodeView(here);
    }

    private static JsonNode step(JsonNode here, String segment) {
        if (here.isArray()) {
            return INDEX.matcher(segment).matches() ? here.path(Integer.parseInt(segment)) : MissingNode.getInstance();
        }
        boolean escaped = segment.indexOf('~') >= 0;
        return here.path(escaped ? segment.replace("~1", "/").replace("~0", "~") : segment);
    }

    @Override
    public Kind kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> Kind.OBJECT;
            case ARRAY -> Kind.ARRAY;
            case STRING -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case NULL -> Kind.NULL;
            case MISSING, BINARY, POJO -> Kind.MISSING;
        };
    }

    @Override
    public Optional<String> text() {
        return Optional.ofNullable(node.textValue());
    }

    @Override
    public OptionalLong integer() {
        if (node.isNumber()) {
            return node.canConvertToExactIntegral() && node.canConvertToLong()
                    ? OptionalLong.of(node.longValue())
                    : OptionalLong.empty();
        }
        return node.isTextual() && INTEGER.matcher(node.textValue()).matches()
                ? parseLong(node.textValue())
                : OptionalLong.empty();
    }

    @Override
    public OptionalDouble number() {
        if (node.isNumber()) {
            return finite(node.doubleValue());
        }
        return node.isTextual() && NUMBER.matcher(node.textValue()).matches()
                ? finite(Double.parseDouble(node.textValue()))
                : OptionalDouble.empty();
    }

    @Override
    public Optional<Boolean> flag() {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    @Override
    public List<JsonView> items() {
        if (!node.isArray()) {
            return List.of();
        }
        List<JsonView> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(new NodeView(item)));
        return Collections.unmodifiableList(items);
    }

    @Override
    public Map<String, JsonView> fields() {
        Map<String, JsonView> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), new NodeView(field.getValue())));
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public List<String> texts() {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    @Override
    public String toString() {
        return "JsonView[" + kind() + "]";
    }

    private static OptionalLong parseLong(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
