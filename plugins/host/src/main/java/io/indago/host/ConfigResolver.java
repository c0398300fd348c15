package io.indago.host;

import io.indago.host.SettingStatus.Origin;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Quota;
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
 * Finds the values of settings and decides how a provider or connector runs. Each also has the setting {@code mode}:
 * {@code live}, {@code sandbox}, {@code off}, or {@code auto}, which is the sandbox, where there is one, as long as no
 * credential is given; and {@code required} and {@code quota}.
 */
final class ConfigResolver {
    static final Setting MODE = Setting.text("mode", "Whether calls go to the provider or to the sandbox")
            .oneOf("auto", "live", "sandbox", "off")
            .defaultsTo("auto");

    static final Setting REQUIRED = Setting.flag("required", "Whether the hub refuses to start without it")
            .defaultsTo("false");
    private static final List<Setting> EVERYBODYS = List.of(MODE, REQUIRED, QuotaSetting.SETTING);
    private static final Setting MODE_OF_WHAT_IS_OFF = MODE.defaultsTo("off");

    private final GivenSettings given;
    private final Optional<URI> sandbox;
    private final Collection<String> ids;

    /**
     * @param ids those that settings can be meant for
     */
    ConfigResolver(GivenSettings given, Optional<URI> sandbox, Collection<String> ids) {
        this.given = given;
        this.sandbox = sandbox;
        this.ids = List.copyOf(ids);
    }

    ExtensionSetup resolve(ExtensionSpec spec) {
        String id = spec.id();
        List<Setting> settings = spec.config().settings();
        List<String> errors = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (Setting setting : settings) {
            value(id, setting, errors).ifPresent(value -> values.put(setting.name(), value));
        }
        List<String> secrets = settings.stream()
                .filter(Setting::isSecret)
                .flatMap(secret -> given.value(given.name(id, secret.name())).stream())
                .toList();
        List<Setting> missing = settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name()))
                .toList();
        EVERYBODYS.stream()
                .map(Setting::name)
                .filter(name ->
                        settings.stream().anyMatch(setting -> setting.name().equals(name)))
                .forEach(name ->
                        errors.add("it declares a setting named " + name + ", which everybody has already: rename it"));
        value(id, REQUIRED, errors);
        List<Quota> quotas = quotas(spec, errors);
        errors.addAll(unknown(spec));
        Setting modes = spec.offByDefault().isPresent() ? MODE_OF_WHAT_IS_OFF : MODE;
        String mode = value(id, modes, errors).orElse("off");
        boolean inSandbox = mode.equals("sandbox")
                || mode.equals("auto") && sandbox.isPresent() && (secrets.isEmpty() || !missing.isEmpty());
        List<SettingStatus> shown = Stream.concat(settings.stream(), EVERYBODYS.stream())
                .map(setting -> status(id, setting == MODE ? modes : setting))
                .toList();
        if (inSandbox) {
            replaceByPlaceholders(settings, values);
        }
        Redactor redactor = new Redactor(secrets);
        return new ExtensionSetup(
                unavailable(spec, mode, inSandbox, missing, errors).map(redactor::redact),
                errors.isEmpty() && mode.equals("off"),
                inSandbox,
                new ProviderConfig(spec.config(), Map.copyOf(values)),
                redactor,
                shown,
                quotas,
                inSandbox || secrets.isEmpty() ? "" : Sha256.of(String.join("\n", secrets)),
                errors.stream().map(redactor::redact).toList());
    }

    /** The setting {@code required} of each that has it. */
    List<SettingName> required() {
        return given.required().stream()
                .map(id -> given.name(id, REQUIRED.name()))
                .toList();
    }

    /** Settings of what nobody offers. */
    List<String> strangers() {
        return given.strangers(ids).stream()
                .map(id -> given.name(id, "").property().replaceAll("\\.$", "") + " is the setting of none"
                        + meant(id, ids))
                .toList();
    }

    private Optional<String> value(String id, Setting setting, List<String> errors) {
        SettingName name = given.name(id, setting.name());
        Optional<String> value = given.value(name).or(setting::defaultValue);
        Optional<String> expected = value.flatMap(text -> SettingValue.objection(setting, text));
        expected.ifPresent(expectation ->
                errors.add(given.place(name) + (setting.isSecret() ? " has a wrong value" : " is '" + value.get() + "'")
                        + ", expected " + expectation));
        return expected.isPresent() ? Optional.empty() : value;
    }

    private List<Quota> quotas(ExtensionSpec spec, List<String> errors) {
        SettingName name = given.name(spec.id(), QuotaSetting.SETTING.name());
        Optional<String> text = given.value(name);
        if (text.isEmpty()) {
            return QuotaSetting.standard(spec);
        }
        Optional<List<Quota>> quotas = QuotaSetting.parse(text.get());
        if (quotas.isEmpty()) {
            errors.add(given.place(name) + " is '" + text.get() + "', expected " + QuotaSetting.EXPECTED);
        }
        return quotas.orElse(List.of());
    }

    private SettingStatus status(String id, Setting setting) {
        SettingName name = given.name(id, setting.name());
        Optional<String> value = given.value(name);
        Origin origin = value.isPresent()
                ? given.isInEnvironment(name) ? Origin.ENVIRONMENT : Origin.SETTINGS
                : setting.defaultValue().isPresent() ? Origin.DEFAULT : Origin.NOWHERE;
        Optional<String> shown = setting.isSecret() ? Optional.empty() : value.or(setting::defaultValue);
        return new SettingStatus(setting, name.toString(), origin, shown);
    }

    private Optional<String> unavailable(
            ExtensionSpec spec, String mode, boolean inSandbox, List<Setting> missing, List<String> errors) {
        if (!errors.isEmpty()) {
            return Optional.of("configured wrong: " + String.join("; ", errors));
        }
        if (mode.equals("off")) {
            return Optional.of(off(spec));
        }
        if (inSandbox) {
            return sandbox.isPresent()
                    ? Optional.empty()
                    : Optional.of("not configured: its mode is sandbox, but the hub has no sandbox");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.stream()
                        .map(setting -> given.name(spec.id(), setting.name()).toString())
                        .collect(Collectors.joining("; and ", "not configured: set ", "")));
    }

    private String off(ExtensionSpec spec) {
        SettingName mode = given.name(spec.id(), MODE.name());
        return spec.offByDefault()
                .filter(reason -> given.value(mode).isEmpty())
                .map(reason -> "disabled, as it is by default: " + reason + "; to use it set " + mode + " to auto")
                .orElse("disabled");
    }

    /** A real credential has no business in the sandbox. */
    private static void replaceByPlaceholders(List<Setting> settings, Map<String, String> values) {
        settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name())
                        || setting.isSecret() && values.containsKey(setting.name()))
                .forEach(setting -> values.put(setting.name(), SettingValue.placeholder(setting)));
    }

    private List<String> unknown(ExtensionSpec spec) {
        List<String> known = Stream.concat(spec.config().settings().stream(), EVERYBODYS.stream())
                .map(Setting::name)
                .toList();
        return given.unknown(spec.id(), known, ids).stream()
                .map(name -> given.place(given.name(spec.id(), name)) + " is no setting of " + spec.id()
                        + meant(name, known))
                .toList();
    }

    private static String meant(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> ": did you mean '" + nearest + "'?")
                .orElse(
                        known.isEmpty()
                                ? ""
                                : ": there is " + known.stream().sorted().toList());
    }
}
