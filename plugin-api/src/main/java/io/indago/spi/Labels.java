package io.indago.spi;

import java.util.Locale;

/** Reading of the TLP's and the PAP's labels. */
final class Labels {
    private Labels() {}

    static String name(String label, String prefix) {
        String name = label.strip().toUpperCase(Locale.ROOT);
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    static IllegalArgumentException unknown(String protocol, String label, String known) {
        return new IllegalArgumentException("unknown " + protocol + " '" + label + "', expected one of " + known);
    }
}
