package io.indago.host;

import io.indago.host.SettingStatus.Origin;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.ExtensionSpec;
import io.indago.spi.Quota;
import io.indago.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the values of settings and decides how a provider or connector runs. Each also has the setting {@code mode}:
 * {@code live}, {@code sandbox}, {@code off}, {@code record}, {@code replay}, or {@code auto}, which is the sandbox, where
 * there is one, as long as no credential is given; and {@code required} and {@code quota}; a connector also
 * those of {@link ConditionSettings}. That all are recorded or
 * replayed comes on top: it changes nothing of who is off, and a replay sends nothing anywhere.
 */
final class ConfigResolver {
    static final Setting MODE = Setting.text(
                    "mode", "Whether calls go to the provider or to the sandbox, are recorded or replayed")
            .oneOf("auto", "live", "sandbox", "off", "record", "replay")
            .defaultsTo("auto");

    static final Setting REQUIRED = Setting.flag("required", "Whether the hub refuses to start without it")
            .defaultsTo("false");
    private static final List<Setting> EVERYBODYS = List.of(MODE, REQUIRED, QuotaSetting.SETTING);
    private static final Setting MODE_OF_WHAT_IS_OFF = MODE.defaultsTo("off");

    private static final List<String> PERSONAL = List.of("user", "login", "account", "email", "customer");

    private final GivenSettings given;
    private final SecretReferences references;
    private final Optional<URI> sandbox;
    private final Optional<Recordings> recordings;
    private final Collection<String> ids;

    /**
     * @param ids those that settings can be meant for
     */
    ConfigResolver(
            GivenSettings given,
            SecretReferences references,
            Optional<URI> sandbox,
            Optional<Recordings> recordings,
            Collection<String> ids) {
        this.given = given;
        this.references = references;
        this.sandbox = sandbox;
        this.recordings = recordings;
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
        Map<String, String> secrets = new LinkedHashMap<>();
        settings.stream()
                .filter(setting -> isHidden(given.name(id, setting.name()), setting))
                .forEach(secret ->
                        value(given.name(id, secret.name())).ifPresent(value -> secrets.put(secret.name(), value)));
        List<Setting> missing = settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name()))
                .toList();
        List<Setting> everybodys = everybodys(spec);
        everybodys.stream()
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
        Traffic traffic = traffic(mode, secrets.isEmpty() || !missing.isEmpty());
        Optional<PushConditions> conditions = conditions(spec, traffic.isStandIn(), errors);
        List<SettingStatus> shown = Stream.concat(settings.stream(), everybodys.stream())
                .map(setting -> status(id, setting == MODE ? modes : setting))
                .toList();
        if (traffic.isStandIn()) {
            replaceByPlaceholders(id, settings, values, traffic);
        }
        Redactor redactor = new Redactor(secrets);
        List<String> traces = Stream.concat(
                        traffic == Traffic.REPLAY ? Stream.of(Scrubber.MARK) : secrets.values().stream(),
                        personal(settings, values))
                .toList();
        return new ExtensionSetup(
                unavailable(spec, mode, traffic, missing, errors).map(redactor::redact),
                errors.isEmpty() && mode.equals("off"),
                traffic,
                new ProviderConfig(spec.config(), Map.copyOf(values)),
                redactor,
                new Scrubber(traces),
                shown,
                quotas,
                conditions,
                settings.stream().anyMatch(setting -> isReference(given.name(id, setting.name()))),
                traffic.isStandIn() || secrets.isEmpty() ? "" : Sha256.of(String.join("\n", secrets.values())),
                errors.stream().map(redactor::redact).toList());
    }

    private static List<Setting> everybodys(ExtensionSpec spec) {
        return spec instanceof ConnectorSpec
                ? Stream.concat(EVERYBODYS.stream(), ConditionSettings.ALL.stream())
                        .toList()
                : EVERYBODYS;
    }

    /** Empty for a provider. */
    private Optional<PushConditions> conditions(ExtensionSpec spec, boolean inSandbox, List<String> errors) {
        if (!(spec instanceof ConnectorSpec)) {
            return Optional.empty();
        }
        ConditionSettings settings = new ConditionSettings(
                setting -> value(spec.id(), setting, errors),
                setting -> given.place(given.name(spec.id(), setting.name())),
                errors);
        return Optional.of(settings.read(spec, inSandbox));
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
        if (isReference(name) && value(name).isEmpty()) {
            String reference = given.value(name).orElseThrow();
            errors.add(given.place(name) + " refers to " + reference + ", which "
                    + references.read(reference).fault());
            return Optional.empty();
        }
        Optional<String> value = value(name).or(setting::defaultValue);
        Optional<String> expected = value.flatMap(text -> SettingValue.objection(setting, text));
        expected.ifPresent(expectation -> errors.add(
                given.place(name) + (isHidden(name, setting) ? " has a wrong value" : " is '" + value.get() + "'")
                        + ", expected " + expectation));
        return expected.isPresent() ? Optional.empty() : value;
    }

    /** What was given, or what that refers to. */
    private Optional<String> value(SettingName name) {
        return given.value(name)
                .flatMap(text ->
                        references.isReference(text) ? references.read(text).value() : Optional.of(text));
    }

    private boolean isReference(SettingName name) {
        return given.value(name).filter(references::isReference).isPresent();
    }

    /** Nobody is shown what is kept elsewhere, whatever it is. */
    private boolean isHidden(SettingName name, Setting setting) {
        return setting.isSecret() || isReference(name);
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
            ExtensionSpec spec, String mode, Traffic traffic, List<Setting> missing, List<String> errors) {
        if (!errors.isEmpty()) {
            return Optional.of("configured wrong: " + String.join("; ", errors));
        }
        if (mode.equals("off")) {
            return Optional.of(off(spec));
        }
        if ((traffic == Traffic.RECORD || traffic == Traffic.REPLAY) && recordings.isEmpty()) {
            return Optional.of("not configured: its mode is " + mode + ", but the hub has no folder for recordings");
        }
        if (traffic == Traffic.REPLAY) {
            return Optional.empty();
        }
        if (traffic == Traffic.SANDBOX) {
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

    private Traffic traffic(String mode, boolean incomplete) {
        Recordings.Mode all = recordings.map(Recordings::mode).orElse(Recordings.Mode.OFF);
        if (mode.equals("replay") || all == Recordings.Mode.REPLAY) {
            return Traffic.REPLAY;
        }
        if (mode.equals("sandbox") || mode.equals("auto") && sandbox.isPresent() && incomplete) {
            return Traffic.SANDBOX;
        }
        return mode.equals("record") || all == Recordings.Mode.RECORD ? Traffic.RECORD : Traffic.LIVE;
    }

    /** What tells who the operator is, by the setting's name. */
    private static Stream<String> personal(List<Setting> settings, Map<String, String> values) {
        return settings.stream()
                .filter(setting -> PERSONAL.stream().anyMatch(setting.name()::contains))
                .flatMap(setting -> Stream.ofNullable(values.get(setting.name())));
    }

    /** A real credential has no business where the real other side is not asked, nor has its address in the sandbox. */
    private static void replaceByPlaceholders(
            String id, List<Setting> settings, Map<String, String> values, Traffic traffic) {
        boolean inSandbox = traffic == Traffic.SANDBOX;
        settings.stream()
                .filter(setting -> setting.isRequired() && !values.containsKey(setting.name())
                        || (setting.isSecret() || inSandbox && setting.type() == Setting.Type.URL)
                                && values.containsKey(setting.name()))
                .forEach(setting -> values.put(
                        setting.name(), SettingValue.placeholder(id, setting, inSandbox ? "sandbox" : Scrubber.MARK)));
    }

    private List<String> unknown(ExtensionSpec spec) {
        List<String> known = Stream.concat(spec.config().settings().stream(), everybodys(spec).stream())
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
