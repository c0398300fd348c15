package io.indago.host;

import io.indago.spi.ExtensionSpec;
import io.indago.spi.IndicatorType;
import io.indago.spi.Setting;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.util.Arrays;
import java.util.Collection;
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
        boolean sandboxed =
                values.apply(SANDBOXED).filter(Boolean::parseBoolean).isPresent();
        return new PushConditions(
                some(VERDICTS, List.of(VerdictClass.values()), verdict -> verdict.name()
                        .toLowerCase(Locale.ROOT)),
                some(TYPES, spec.types(), IndicatorType::id),
                Set.copyOf(words(TAGS, "tags")),
                values.apply(MAX_TLP).map(Tlp::ofLabel).orElse(spec.maxTlp()),
                sandboxed || inSandbox);
    }

    private <T> Set<T> some(Setting setting, Collection<T> all, Function<T, String> name) {
        String expected = "some of " + all.stream().map(name).collect(Collectors.joining(", "));
        List<String> words = words(setting, expected);
        Set<T> some =
                all.stream().filter(each -> words.contains(name.apply(each))).collect(Collectors.toSet());
        if (some.size() < words.size()) {
            refuse(setting, expected);
        }
        return some;
    }

    /** In lower case, each once; none when there is no such setting. */
    private List<String> words(Setting setting, String expected) {
        Optional<String> text = values.apply(setting);
        List<String> words = text.stream()
                .flatMap(list -> Stream.of(list.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (text.isPresent() && words.isEmpty()) {
            refuse(setting, expected);
        }
        return words;
    }

    private void refuse(Setting setting, String expected) {
        errors.add(places.apply(setting) + " is '" + values.apply(setting).orElse("") + "', expected " + expected
                + ", separated by commas");
    }
}
