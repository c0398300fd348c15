package io.indago.host;

import io.indago.spi.ConfigSpec;
import io.indago.spi.PluginConfig;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Setting.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider's settings after they were checked: every value here is of its type. */
record ProviderConfig(ConfigSpec spec, Map<String, String> values) implements PluginConfig {

    @Override
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> absent(name));
    }

    @Override
    public Optional<String> optionalText(String name) {
        return value(name, Type.TEXT);
    }

    @Override
    public Secret secret(String name) {
        return optionalSecret(name).orElseThrow(() -> absent(name));
    }

    @Override
    public Optional<Secret> optionalSecret(String name) {
        return value(name, Type.SECRET).map(value -> Secret.of(name, value));
    }

    @Override
    public long integer(String name) {
        return value(name, Type.INTEGER).flatMap(SettingValue::integer).orElseThrow(() -> absent(name));
    }

    @Override
    public boolean flag(String name) {
        return value(name, Type.FLAG).map(Boolean::parseBoolean).orElse(false);
    }

    @Override
    public Duration duration(String name) {
        return value(name, Type.DURATION).flatMap(SettingValue::duration).orElseThrow(() -> absent(name));
    }

    @Override
    public URI url(String name) {
        return value(name, Type.URL).flatMap(SettingValue::url).orElseThrow(() -> absent(name));
    }

    /** Of the operator's own servers, in lower case. */
    Set<String> hosts() {
        return spec.settings().stream()
                .filter(setting -> setting.type() == Type.URL && values.containsKey(setting.name()))
                .map(setting -> url(setting.name()).getHost())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Without the values: some are secret. */
    @Override
    public String toString() {
        return "ProviderConfig" + values.keySet();
    }

    private Optional<String> value(String name, Type type) {
        Setting setting = spec.find(name)
                .orElseThrow(() -> new IllegalArgumentException("setting '" + name
                        + "' is not declared: a plugin sees its own settings alone, those it names in config(…)"));
        if (setting.type() != type) {
            throw new IllegalArgumentException(
                    "setting '" + name + "' is declared as " + setting.type() + ", not as " + type);
        }
        return Optional.ofNullable(values.get(name));
    }

    private static IllegalArgumentException absent(String name) {
        return new IllegalArgumentException(
                "setting '" + name + "' has no value: declare it required, or with a default, or ask for an optional");
    }
}
