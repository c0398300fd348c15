package io.indago.spi;

import java.util.List;
import java.util.Optional;

/**
 * A plugin's settings, in the order in which they are documented.
 *
 * @since 1.0
 */
public final class ConfigSpec {
    private final List<Setting> settings;

    private ConfigSpec(List<Setting> settings) {
        this.settings = List.copyOf(settings);
        long names = settings.stream().map(Setting::name).distinct().count();
        if (names != settings.size()) {
            throw new IllegalArgumentException("two settings have the same name: "
                    + settings.stream().map(Setting::name).toList());
        }
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public static ConfigSpec of(Setting... settings) {
        return new ConfigSpec(List.of(settings));
    }

    /** No settings. */
    public static ConfigSpec none() {
        return new ConfigSpec(List.of());
    }

    public List<Setting> settings() {
        return settings;
    }

    /** The setting of that name; empty when none is declared. */
    public Optional<Setting> find(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }
}
