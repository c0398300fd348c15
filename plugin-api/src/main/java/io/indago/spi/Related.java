package io.indago.spi;

import static java.util.Objects.requireNonNull;

/**
 * Another indicator a provider connects with the one asked about. Not parsed: what the provider said. A report leaves out
 * what could not be one of its type.
 *
 * @since 1.0
 */
public final class Related {
    private final IndicatorType type;
    private final String value;
    private final String relation;

    private Related(IndicatorType type, String value, String relation) {
        this.type = requireNonNull(type, "type");
        this.value = requireNonNull(value, "value");
        this.relation = requireNonNull(relation, "relation");
    }

    /**
     * A related indicator.
     *
     * @param relation how, in lower-case words with hyphens, {@code resolves-to}
     */
    public static Related of(IndicatorType type, String value, String relation) {
        return new Related(type, value, relation);
    }

    public IndicatorType type() {
        return type;
    }

    public String value() {
        return value;
    }

    public String relation() {
        return relation;
    }
}
