package io.indago.host;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        Set<String> required = new TreeSet<>();
        providers.forEach((normalised, id) -> {
            if ("true".equals(of(id).get(name))) {
                required.add(id);
            }
        });
        Pattern variable = Pattern.compile(SettingName.ENVIRONMENT_PREFIX + "(.+)_" + name.toUpperCase(Locale.ROOT));
        environment.forEach((key, value) -> {
            Matcher matcher = variable.matcher(key);
            if (matcher.matches() && "true".equals(value.strip())) {
                required.add(matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        });
        return required;
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
