package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings every connector has: which enrichments it is told. Lists are separated by commas. */
final class ConditionSettings {
    private static final Setting VERDICTS = Setting.text("verdicts", "The verdicts it is told, separated by commas")
            .defaultsTo("malicious,suspicious");
    private static final Setting TYPES =
            Setting.text("types", "The types of indicators it is told, separated by commas; all it takes unless said");
    private static final Setting TAGS =
            Setting.text("tags", "It is told only what has one of these tags, separated by commas");
    private static final Setting MAX_TLP = Setting.text("max-tlp", "The strictest TLP it may be told")
            .oneOf(Arrays.stream(Tlp.values()).map(Tlp::label).toArray(String[]::new));
    private static final Setting SANDBOXED = Setting.flag(
                    "sandbox-results", "Whether it is told what the sandbox has made up")
            .defaultsTo("false");
    static final List<Setting> ALL = List.of(VERDICTS, TYPES, TAGS, MAX_TLP, SANDBOXED);

    private final Function<Setting, Optional<String>> values;
    private final Function<Setting, String> places;
    private final Collection<String> errors;

    /**
     * @param values what was given, or the default
     * @param places how a setting is named in a sentence
     * @param errors takes what is wrong, in sentences
     */
    ConditionSettings(
            Function<Setting, Optional<String>> values, Function<Setting, String> places, Collection<String> errors) {
        this.values = values;
        this.places = places;
        this.errors = errors;
    }

    PushConditions read(ExtensionSpec spec, boolean inSandbox) {
        Set<VerdictClass> verdicts = list(
                VERDICTS,
                text -> VerdictClass.valueOf(text.toUpperCase(Locale.ROOT)),
                Stream.of(VerdictClass.values()).map(each -> each.name().toLowerCase(Locale.ROOT)));
        Set<IndicatorType> types =
                list(TYPES, IndicatorType::ofId, spec.types().stream().map(IndicatorType::id));
        Set<String> tags = list(TAGS, text -> text.toLowerCase(Locale.ROOT), Stream.of("tags"));
        Tlp maxTlp = values.apply(MAX_TLP).map(Tlp::ofLabel).orElse(spec.maxTlp());
        boolean sandboxed = inSandbox || values.apply(SANDBOXED).equals(Optional.of("true"));
        return new PushConditions(verdicts, types, tags, maxTlp, sandboxed);
    }

    private <T> Set<T> list(Setting setting, Function<String, T> reader, Stream<String> expected) {
        String text = values.apply(setting).orElse("");
        Set<T> all = new LinkedHashSet<>();
        try {
            Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(reader)
                    .forEach(all::add);
        } catch (IllegalArgumentException unknown) {
            errors.add(places.apply(setting) + " is '" + text + "', expected some of "
                    + expected.collect(Collectors.joining(", ")) + ", separated by commas");
        }
        return all;
    }
}
