package io.indago.json;

import io.indago.json.JsonTree.Literal;
import io.indago.json.JsonTree.Members;
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

/**
 * A view of a value of a {@link JsonTree}, which nobody changes once it is read.
 *
 * @param value see there
 */
record TreeView(Object value) implements JsonView {
    private static final TreeView MISSING = new TreeView(Literal.MISSING);
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");
    private static final double LONG_END = 0x1p63;

    @Override
    public JsonView at(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON Pointer is empty or begins with '/': " + pointer);
        }
        Object here = value;
        int from = 1;
        while (from <= pointer.length() && here != Literal.MISSING) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            here = step(here, pointer, from, to);
            from = to + 1;
        }
        return of(here);
    }

    private static JsonView of(Object value) {
        return value == Literal.MISSING ? MISSING : new TreeView(value);
    }

    private static Object step(Object here, String pointer, int from, int to) {
        if (here instanceof Members members) {
            return member(members, pointer, from, to);
        }
        return here instanceof Object[] items ? item(items, pointer.substring(from, to)) : Literal.MISSING;
    }

    private static Object member(Members members, String pointer, int from, int to) {
        String text = pointer;
        int begin = from;
        int length = to - from;
        int tilde = pointer.indexOf('~', from);
        if (tilde >= 0 && tilde < to) {
            text = pointer.substring(from, to).replace("~1", "/").replace("~0", "~");
            begin = 0;
            length = text.length();
        }
        for (int i = members.names().length - 1; i >= 0; i--) {
            String name = members.names()[i];
            if (name.length() == length && text.startsWith(name, begin)) {
                return members.values()[i];
            }
        }
        return Literal.MISSING;
    }

    private static Object item(Object[] items, String segment) {
        if (!INDEX.matcher(segment).matches()) {
            return Literal.MISSING;
        }
        int index = Integer.parseInt(segment);
        return index < items.length ? items[index] : Literal.MISSING;
    }

    @Override
    public Kind kind() {
        if (value instanceof Literal literal) {
            return literal == Literal.NULL ? Kind.NULL : Kind.MISSING;
        }
        if (value instanceof Members) {
            return Kind.OBJECT;
        }
        if (value instanceof Object[]) {
            return Kind.ARRAY;
        }
        if (value instanceof String || value instanceof JsonText) {
            return Kind.TEXT;
        }
        return value instanceof Boolean ? Kind.BOOLEAN : Kind.NUMBER;
    }

    @Override
    public Optional<String> text() {
        return text(value);
    }

    @Override
    public OptionalLong integer() {
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return number == Math.rint(number) && number >= -LONG_END && number < LONG_END
                    ? OptionalLong.of(number.longValue())
                    : OptionalLong.empty();
        }
        return text(value)
                .filter(text -> INTEGER.matcher(text).matches())
                .map(TreeView::parseLong)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public OptionalDouble number() {
        if (value instanceof Number number) {
            return finite(number.doubleValue());
        }
        return text(value)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> finite(Double.parseDouble(text)))
                .orElseGet(OptionalDouble::empty);
    }

    @Override
    public Optional<Boolean> flag() {
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    @Override
    public List<JsonView> items() {
        if (!(value instanceof Object[] values)) {
            return List.of();
        }
        List<JsonView> items = new ArrayList<>(values.length);
        for (Object item : values) {
            items.add(of(item));
        }
        return Collections.unmodifiableList(items);
    }

    @Override
    public Map<String, JsonView> fields() {
        if (!(value instanceof Members members)) {
            return Map.of();
        }
        Map<String, JsonView> fields = new LinkedHashMap<>();
        for (int i = 0; i < members.names().length; i++) {
            fields.put(members.names()[i], of(members.values()[i]));
        }
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public List<String> texts() {
        if (!(value instanceof Object[] values)) {
            return text(value).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>(values.length);
        for (Object item : values) {
            text(item).ifPresent(texts::add);
        }
        return Collections.unmodifiableList(texts);
    }

    @Override
    public String toString() {
        return "JsonView[" + kind() + "]";
    }

    private static Optional<String> text(Object value) {
        if (value instanceof JsonText text) {
            return Optional.of(text.decode());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
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
