package io.indago.host;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the operator gave: the environment first, then the settings. A blank value counts as not given. */
final class GivenSettings {
    private final Map<String, String> environment;
    private final Map<String, Map<String, String>> settings = new TreeMap<>();
    private final Map<String, String> providers = new TreeMap<>();

    GivenSettings(Map<String, String> environment, Map<String, Map<String, String>> settings) {
        this.environment = environment;
        settings.forEach((provider, given) -> {
            providers.put(SettingName.normalised(provider), provider);
            Map<String, String> all =
                    this.settings.computeIfAbsent(SettingName.normalised(provider), id -> new TreeMap<>());
            given.forEach((name, value) -> all.put(SettingName.normalised(name), value));
        });
    }

    Optional<String> value(SettingName name) {
        return Optional.ofNullable(environment.get(name.environment()))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(of(name.provider()).get(SettingName.normalised(name.setting()))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The ids, as far as they can be told, of the providers that are required. */
    Set<String> required() {
        String name = ConfigResolver.REQUIRED.name();
        String suffix = "_" + name.toUpperCase(Locale.ROOT);
        Set<String> named = new TreeSet<>(providers.values());
        environment.keySet().stream()
                .filter(key -> key.startsWith(SettingName.ENVIRONMENT_PREFIX) && key.endsWith(suffix))
                .map(key -> key.substring(0, key.length() - suffix.length()))
                .filter(key -> key.length() > SettingName.ENVIRONMENT_PREFIX.length())
                .map(key -> key.substring(SettingName.ENVIRONMENT_PREFIX.length()))
                .forEach(key -> named.add(key.toLowerCase(Locale.ROOT).replace('_', '-')));
        named.removeIf(id -> !value(new SettingName(id, name)).equals(Optional.of("true")));
        return named;
    }

    /** The names, as far as they can be told, of what was given to that provider and is none of the known settings. */
    Set<String> unknown(String provider, Collection<String> known, Collection<String> providers) {
        Set<String> unknown = new TreeSet<>(of(provider).keySet());
        environment.keySet().stream()
                .filter(variable -> variable.startsWith(SettingName.ENVIRONMENT_PREFIX))
                .map(variable -> variable.substring(SettingName.ENVIRONMENT_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .filter(variable -> variable.startsWith(provider + "-"))
                .filter(variable -> providers.stream()
                        .noneMatch(other -> other.length() > provider.length() && variable.startsWith(other + "-")))
                .map(variable -> variable.substring(provider.length() + 1))
                .forEach(unknown::add);
        Set<String> expected = known.stream().map(SettingName::normalised).collect(Collectors.toSet());
        unknown.removeIf(name -> expected.contains(SettingName.normalised(name)));
        return unknown;
    }

    /** The providers that settings name and nobody offers, as they were written. */
    Collection<String> strangers(Collection<String> offered) {
        Map<String, String> strangers = new TreeMap<>(providers);
        offered.forEach(id -> strangers.remove(SettingName.normalised(id)));
        return strangers.values();
    }

    private Map<String, String> of(String provider) {
        return settings.getOrDefault(SettingName.normalised(provider), Map.of());
    }
}
