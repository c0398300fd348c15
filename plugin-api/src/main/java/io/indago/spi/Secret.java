package io.indago.spi;

import static java.util.Objects.requireNonNull;

/**
 * A credential: put it into an {@link HttpCall}, don't read it. The host injects its value when the request leaves and
 * hides it wherever a request is shown.
 *
 * @since 1.0
 */
public final class Secret {
    private final String name;
    private final String value;

    private Secret(String name, String value) {
        this.name = requireNonNull(name, "name");
        this.value = requireNonNull(value, "value");
    }

    /** A secret of that name; the host and tests make them. */
    public static Secret of(String name, String value) {
        return new Secret(name, value);
    }

    /** The setting it comes from. */
    public String name() {
        return name;
    }

    /** The value itself: for the host, and for a vendor's SDK that takes nothing else. */
    public String reveal() {
        return value;
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
