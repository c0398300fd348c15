package io.indago.spi;

import java.util.Arrays;

/**
 * The Permissible Actions Protocol (MISP taxonomy {@code PAP}): what may be done with an indicator, so that its owner
 * does not notice. The most open first.
 *
 * @since 1.0
 */
public enum Pap {
    /** Anything. */
    CLEAR,
    /** Active actions its owner may notice. */
    GREEN,
    /** Passive actions: asking third parties who keep it to themselves. */
    AMBER,
    /** Only what nobody outside can see. */
    RED;

    /** Whether asking a provider of that exposure is permitted. */
    public boolean permits(Exposure exposure) {
        return switch (this) {
            case CLEAR -> true;
            case GREEN -> exposure.compareTo(Exposure.TARGET) <= 0;
            case AMBER -> exposure.compareTo(Exposure.VENDOR) <= 0;
            case RED -> exposure == Exposure.LOCAL;
        };
    }

    /**
     * Reads a label in any case, with or without {@code PAP:}; {@code WHITE} is an older name for {@code CLEAR}.
     *
     * @throws IllegalArgumentException when it is none; the message lists them
     */
    public static Pap ofLabel(String label) {
        String name = Labels.name(label, "PAP:");
        if (name.equals("WHITE")) {
            return CLEAR;
        }
        return Arrays.stream(values())
                .filter(pap -> pap.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Labels.unknown("PAP", label, "CLEAR, GREEN, AMBER, RED"));
    }
}
