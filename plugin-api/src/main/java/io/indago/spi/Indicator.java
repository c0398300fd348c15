package io.indago.spi;

import static java.util.Objects.requireNonNull;

/**
 * A typed, canonical value a provider may be asked about.
 *
 * <p>The hub has parsed it, put it in the canonical form its {@link IndicatorType} describes and decided that it may
 * leave. A URL has lost its credentials and secret-looking parameters: what a provider sees is what may be sent.
 *
 * @since 1.0
 */
public final class Indicator {
    private final IndicatorType type;
    private final String value;

    private Indicator(IndicatorType type, String value) {
        this.type = requireNonNull(type, "type");
        this.value = requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an indicator's value is never empty");
        }
    }

    /**
     * An indicator of a value that is already canonical. Only the hub's parser and tests call this.
     *
     * @throws IllegalArgumentException when the value is empty
     */
    public static Indicator of(IndicatorType type, String canonicalValue) {
        return new Indicator(type, canonicalValue);
    }

    /** What kind of thing it is. */
    public IndicatorType type() {
        return type;
    }

    /** The canonical value, never empty. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indicator that && type == that.type && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        return type.id() + ":" + value;
    }
}
