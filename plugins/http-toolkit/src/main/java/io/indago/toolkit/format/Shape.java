package io.indago.toolkit.format;

import java.util.List;
import java.util.Optional;

/**
 * A mapping with fields of known names.
 *
 * @param name under which the schema defines it
 */
public record Shape(String name, List<Field> fields) implements Kind {

    public Shape {
        fields = List.copyOf(fields);
    }

    static Shape of(String name, Field... fields) {
        return new Shape(name, List.of(fields));
    }

    Optional<Field> find(String field) {
        return fields.stream().filter(known -> known.name().equals(field)).findFirst();
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
