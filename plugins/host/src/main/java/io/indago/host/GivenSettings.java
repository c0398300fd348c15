package io.indago.host;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operator gave in one section: the environment first, then the settings. A blank value counts as not given.
 */
final class GivenSettings {
    private final String section;
    private final Map<String, String> environment;
    private final Map<String, Map<String, String>> settings = new TreeMap<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, String> origins;

    /**
     * @param section {@code providers} or {@code connectors}
     * @param origins where settings are written down, by their whole name
     */
    GivenSettings(
            String section,
            Map<String, String> environment,
            Map<String, Map<String, String>> settings,
            Map<String, String> origins) {
        this.section = section;
        this.environment = environment;
        this.origins = origins;
        settings.forEach((id, given) -> {
            ids.put(SettingName.normalised(id), id);
            Map<String, String> all = this.settings.computeIfAbsent(SettingName.normalised(id), any -> new TreeMap<>());
            given.forEach((name, value) -> all.put(SettingName.normalised(name), value));
        });
    }

    SettingName name(String id, String setting) {
        return new SettingName(section, id, setting);
    }

    Optional<String> value(SettingName name) {
        return ofEnvironment(name)
                .or(() -> Optional.ofNullable(of(name.id()).get(SettingName.normalised(name.setting()))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The name under which the value was given, and the file and line where it is known; both names where there is none. */
    String place(SettingName name) {
        if (ofEnvironment(name).isPresent()) {
            return name.environment();
        }
        return value(name).isEmpty()
                ? name.toString()
                : name.property()
                        + origin(name.property()).map(file -> " (" + file + ")").orElse("");
    }

    private Optional<String> origin(String property) {
        return origins.entrySet().stream()
                .filter(known -> SettingName.normalised(known.getKey()).equals(SettingName.normalised(property)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean isInEnvironment(SettingName name) {
        return ofEnvironment(name).isPresent();
    }

    private Optional<String> ofEnvironment(SettingName name) {
        return Optional.ofNullable(environment.get(name.environment())).filter(value -> !value.isBlank());
    }

    /** The ids, as far as they can be told, of those that are required. */
    Set<String> required() {
        String name = ConfigResolver.REQUIRED.name();
        Set<String> named = new TreeSet<>(ids.values());
        ofSection()
                .filter(variable -> variable.endsWith("-" + name))
                .map(variable -> variable.substring(0, variable.length() - name.length() - 1))
                .forEach(named::add);
        named.removeIf(id -> !value(name(id, name)).equals(Optional.of("true")));
        return named;
    }

    /** The names, as far as they can be told, of what was given to that one and is none of the known settings. */
    Set<String> unknown(String id, Collection<String> known, Collection<String> others) {
        Set<String> unknown = new TreeSet<>(of(id).keySet());
        ofSection()
                .filter(variable -> variable.startsWith(id + "-"))
                .filter(variable -> others.stream()
                        .noneMatch(other -> other.length() > id.length() && variable.startsWith(other + "-")))
                .map(variable -> variable.substring(id.length() + 1))
                .forEach(unknown::add);
        Set<String> expected = known.stream().map(SettingName::normalised).collect(Collectors.toSet());
        unknown.removeIf(name -> expected.contains(SettingName.normalised(name)));
        return unknown;
    }

    /** The ids that settings name and nobody offers, as they were written. */
    Collection<String> strangers(Collection<String> offered) {
        Map<String, String> strangers = new TreeMap<>(ids);
        offered.forEach(id -> strangers.remove(SettingName.normalised(id)));
        return strangers.values();
    }

    /** The variables of the section, without its prefix, as settings are written. */
    private Stream<String> ofSection() {
        String prefix = SettingName.environmentPrefix(section);
        return environment.keySet().stream()
                .filter(variable -> variable.startsWith(prefix) && variable.length() > prefix.length())
                .map(variable -> variable.substring(prefix.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }

    private Map<String, String> of(String id) {
        return settings.getOrDefault(SettingName.normalised(id), Map.of());
    }
}
