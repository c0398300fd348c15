package io.indago.spi;

import java.util.Arrays;

/**
 * The Traffic Light Protocol 2.0 (FIRST, 2022): with whom something may be shared. The most open first.
 *
 * @since 1.0
 */
public enum Tlp {
    CLEAR,
    GREEN,
    AMBER,
    AMBER_STRICT,
    RED;

    /** The label without its prefix, as the standard writes it: {@code AMBER+STRICT}. */
    public String label() {
        return this == AMBER_STRICT ? "AMBER+STRICT" : name();
    }

    /**
     * Reads a label in any case, with or without {@code TLP:}; {@code WHITE} is TLP 1.0's name for {@code CLEAR}.
     *
     * @throws IllegalArgumentException when it is none; the message lists them
     */
    public static Tlp ofLabel(String label) {
        String name = Labels.name(label, "TLP:");
        if (name.equals("WHITE")) {
            return CLEAR;
        }
        return Arrays.stream(values())
                .filter(tlp -> tlp.label().equals(name) || tlp.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Labels.unknown("TLP", label, "CLEAR, GREEN, AMBER, AMBER+STRICT, RED"));
    }
}
