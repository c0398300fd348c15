package io.indago.host;

import io.indago.spi.ProviderSpec;
import io.indago.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the values of a provider's settings and decides how it runs. Every provider also has the setting {@code mode}:
 * {@code live}, {@code sandbox}, {@code off}, or {@code auto}, which is the sandbox, where there is one, as long as no
 * credential is given; and {@code required}.
 */
final class ConfigResolver {
    static final Setting MODE = Setting.text("mode", "Whether calls go to the provider or to the sandbox")
            .oneOf("auto", "live", "sandbox", "off")
            .defaultsTo("auto");

    static final Setting REQUIRED = Setting.flag("required", "Whether the hub refuses to start without it")
            .defaultsTo("false");
    private static final List<Setting> EVERYBODYS = List.of(MODE, REQUIRED);

    private final GivenSettings given;
    private final Optional<URI> sandbox;
    private final Collection<String> providers;

    ConfigResolver(GivenSettings given, Optional<URI> sandbox, Collection<String> providers) {
        this.given = given;
        this.sandbox = sandbox;
        this.providers = List.copyOf(providers);
    }

    ProviderSetup resolve(ProviderSpec spec) {
        String id = spec.id();
        List<Setting> settings = spec.config().settings();
        List<String> errors = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (Setting setting : settings) {
            value(id, setting, errors).ifPresent(value -> values.put(setting.name(), value));
        }
        List<String> secrets = settings.stream()
                .filter(Setting::isSecret)
                .flatMap(secret -> given.value(new SettingName(id, secret.name())).stream())
                .toList();
        List<Setting> missing = settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name()))
                .toList();
        EVERYBODYS.stream()
                .map(Setting::name)
                .filter(name ->
                        settings.stream().anyMatch(setting -> setting.name().equals(name)))
                .forEach(name -> errors.add(
                        "it declares a setting named " + name + ", which every provider has already: rename it"));
        value(id, REQUIRED, errors);
        String mode = value(id, MODE, errors).orElse("off");
        boolean inSandbox = mode.equals("sandbox")
                || mode.equals("auto") && sandbox.isPresent() && (secrets.isEmpty() || !missing.isEmpty());
        if (inSandbox) {
            replaceByPlaceholders(settings, values);
        }
        Redactor redactor = new Redactor(secrets);
        return new ProviderSetup(
                unavailable(id, mode, inSandbox, missing, errors).map(redactor::redact),
                inSandbox,
                new ProviderConfig(spec.config(), Map.copyOf(values)),
                redactor,
                errors.stream().map(redactor::redact).toList(),
                unknown(spec).stream().map(redactor::redact).toList());
    }

    /** Settings of providers nobody offers. */
    List<String> strangers() {
        return given.strangers(providers).stream()
                .map(name -> "indago.providers." + name + " is the setting of no provider" + meant(name, providers))
                .toList();
    }

    private Optional<String> value(String provider, Setting setting, List<String> errors) {
        SettingName name = new SettingName(provider, setting.name());
        Optional<String> value = given.value(name).or(setting::defaultValue);
        Optional<String> expected = value.flatMap(text -> SettingValue.objection(setting, text));
        expected.ifPresent(expectation ->
                errors.add((setting.isSecret() ? name + " has a wrong value" : name + " is '" + value.get() + "'")
                        + ", expected " + expectation));
        return expected.isPresent() ? Optional.empty() : value;
    }

    private Optional<String> unavailable(
            String id, String mode, boolean inSandbox, List<Setting> missing, List<String> errors) {
        if (!errors.isEmpty()) {
            return Optional.of("configured wrong: " + String.join("; ", errors));
        }
        if (mode.equals("off")) {
            return Optional.of("disabled");
        }
        if (inSandbox) {
            return sandbox.isPresent()
                    ? Optional.empty()
                    : Optional.of("not configured: its mode is sandbox, but the hub has no sandbox");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.stream()
                        .map(setting -> new SettingName(id, setting.name()).toString())
                        .collect(Collectors.joining("; and ", "not configured: set ", "")));
    }

    /** A real credential has no business in the sandbox. */
    private static void replaceByPlaceholders(List<Setting> settings, Map<String, String> values) {
        settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name())
                        || setting.isSecret() && values.containsKey(setting.name()))
                .forEach(setting -> values.put(setting.name(), SettingValue.placeholder(setting)));
    }

    private List<String> unknown(ProviderSpec spec) {
        List<String> known = Stream.concat(spec.config().settings().stream(), EVERYBODYS.stream())
                .map(Setting::name)
                .toList();
        return given.unknown(spec.id(), known, providers).stream()
                .map(name -> spec.id() + " has no setting '" + name + "'" + meant(name, known))
                .toList();
    }

    private static String meant(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> ": did you mean '" + nearest + "'?")
                .orElse(
                        known.isEmpty()
                                ? ""
                                : ": it has " + known.stream().sorted().toList());
    }
}
