package io.indago.host;

import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Setting;
import java.util.Locale;

/**
 * The two names under which an operator gives a setting.
 *
 * @param section {@code providers} or {@code connectors}
 * @param id the provider's or connector's
 */
record SettingName(String section, String id, String setting) {
    static final String PROVIDERS = "providers";
    static final String CONNECTORS = "connectors";

    /** Of that provider or connector. */
    static SettingName of(ExtensionSpec spec, Setting setting) {
        return new SettingName(section(spec), spec.id(), setting.name());
    }

    static String section(ExtensionSpec spec) {
        return spec instanceof ConnectorSpec ? CONNECTORS : PROVIDERS;
    }

    String environment() {
        return environmentPrefix(section) + upper(id) + "_" + upper(setting);
    }

    String property() {
        return "indago." + section + "." + id + "." + setting;
    }

    /** Both, for a sentence that tells what to set or to look at. */
    @Override
    public String toString() {
        return environment() + " or " + property();
    }

    static String environmentPrefix(String section) {
        return "INDAGO_" + upper(section) + "_";
    }

    /** What is left of a name when case, hyphens, underscores and dots don't count. */
    static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
