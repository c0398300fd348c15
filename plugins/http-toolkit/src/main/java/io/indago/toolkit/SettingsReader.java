package io.indago.toolkit;

import io.indago.spi.Setting;
import io.indago.toolkit.format.Fields;
import io.indago.toolkit.format.Nearest;
import io.indago.toolkit.format.Span;
import io.indago.toolkit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a provider's settings. */
final class SettingsReader {
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    SettingsReader(Fields descriptor) {
        descriptor
                .fields("config")
                .ifPresent(config -> config.map().fields().keySet().forEach(name -> config.fields(name)
                        .ifPresent(given -> read(name, given))));
    }

    List<Setting> settings() {
        return new ArrayList<>(settings.values());
    }

    Map<String, Pattern> patterns() {
        return patterns;
    }

    /** The names of those that may be shown. */
    List<String> open() {
        return settings.values().stream()
                .filter(setting -> !setting.isSecret())
                .map(Setting::name)
                .toList();
    }

    /** Says so when a field names no setting of that type. */
    void expect(Fields fields, String name, Setting.Type type) {
        Optional<String> given = fields.text(name);
        if (given.isEmpty()) {
            return;
        }
        Optional<Setting> setting = Optional.ofNullable(settings.get(given.get()));
        if (setting.filter(found -> found.type() == type).isEmpty()) {
            String word = type.name().toLowerCase(Locale.ROOT);
            fields.problem(
                    name,
                    setting.isPresent()
                            ? "the setting " + given.get() + " is no " + word
                            : "no setting " + given.get() + " in config"
                                    + Nearest.to(given.get(), settings.keySet())
                                            .map(near -> ": did you mean " + near + "?")
                                            .orElse(": add it there, with type " + word));
        }
    }

    private void read(String name, Fields given) {
        Optional<Setting.Type> type = given.text("type").flatMap(word -> List.of(Setting.Type.values()).stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst());
        if (type.isEmpty()) {
            return;
        }
        Setting setting = setting(type.get(), name, given.text("help").orElse(""));
        List<String> allowed = given.texts("oneOf");
        if (Set.copyOf(allowed).size() < allowed.size()) {
            given.problem("oneOf", "names a value twice");
        } else if (!allowed.isEmpty()) {
            setting = setting.oneOf(allowed.toArray(String[]::new));
        }
        Optional<String> value = given.scalar("default").map(YamlScalar::text);
        if (value.isPresent()) {
            checkDefault(given, type.get(), value.get(), allowed);
            setting = setting.defaultsTo(value.get());
        }
        if (given.flag("required")) {
            setting = setting.required();
        } else if (value.isEmpty() && (type.get() == Setting.Type.INTEGER || type.get() == Setting.Type.DURATION)) {
            given.problem("default", "is missing: a setting of that type has one, or is required");
        }
        pattern(name, type.get(), given, value);
        settings.put(name, setting);
    }

    private void pattern(String name, Setting.Type type, Fields given, Optional<String> value) {
        Optional<String> written = given.text("pattern");
        if (written.isEmpty()) {
            return;
        }
        if (type == Setting.Type.FLAG || type == Setting.Type.DURATION) {
            given.problem("pattern", "is for a text, a secret or an integer");
            return;
        }
        try {
            Pattern pattern = Pattern.compile(written.get());
            patterns.put(name, pattern);
            if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
                given.problem("default", "does not match the pattern " + pattern);
            }
        } catch (PatternSyntaxException e) {
            given.problem("pattern", "is no regular expression: " + e.getDescription());
        }
    }

    private static void checkDefault(Fields given, Setting.Type type, String value, List<String> allowed) {
        boolean fits =
                switch (type) {
                    case TEXT -> true;
                    case SECRET -> false;
                    case INTEGER -> value.matches("[-+]?[0-9]{1,18}");
                    case FLAG -> value.matches("true|false");
                    case DURATION -> isSpan(value);
                    case URL -> value.matches("https?://[^\\s?#@]+");
                };
        if (!fits) {
            given.problem(
                    "default",
                    "'" + value + "' is no " + type.name().toLowerCase(Locale.ROOT)
                            + (type == Setting.Type.SECRET ? " any more when it is written here" : ""));
        } else if (!allowed.isEmpty() && !allowed.contains(value)) {
            given.problem("default", "'" + value + "' is not one of " + allowed);
        }
    }

    private static boolean isSpan(String value) {
        try {
            return !Span.of(value).isNegative();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Setting setting(Setting.Type type, String name, String help) {
        return switch (type) {
            case TEXT -> Setting.text(name, help);
            case SECRET -> Setting.secret(name, help);
            case INTEGER -> Setting.integer(name, help);
            case FLAG -> Setting.flag(name, help);
            case DURATION -> Setting.duration(name, help);
            case URL -> Setting.url(name, help);
        };
    }
}
