package io.indago.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A read-only look at a JSON value, or at the place where there is none. Walking never fails: {@link #at} of a place
 * that isn't there is a missing view, and reading a value as something it is not gives an empty answer.
 *
 * @since 1.0
 */
public interface JsonView {

    /** The value at that JSON Pointer (RFC 6901), {@code /data/attributes/0/name}; missing when there is none. */
    JsonView at(String pointer);

    /** What is here. Missing and null are different things. */
    Kind kind();

    /** @since 1.0 */
    enum Kind {
        MISSING,
        NULL,
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** Whether there is a value here, null included. */
    default boolean exists() {
        return kind() != Kind.MISSING;
    }

    /** The text; empty when it is not a text. A number or boolean is not one. */
    Optional<String> text();

    /** The whole number, or the text that is one (several providers quote theirs); empty otherwise. */
    OptionalLong integer();

    /** The number, or the text that is one; empty otherwise. */
    OptionalDouble number();

    /** The boolean; empty when it is not one. */
    Optional<Boolean> flag();

    /** An array's elements; empty when it is not an array. */
    List<JsonView> items();

    /** An object's members in their order; empty when it is not an object. */
    Map<String, JsonView> fields();

    /** The texts among an array's elements; a text alone counts as an array of one. */
    List<String> texts();

    /** The text at that pointer, or the fallback. */
    default String textAt(String pointer, String fallback) {
        return at(pointer).text().orElse(fallback);
    }

    /** The whole number at that pointer, or the fallback. */
    default long integerAt(String pointer, long fallback) {
        return at(pointer).integer().orElse(fallback);
    }
}
