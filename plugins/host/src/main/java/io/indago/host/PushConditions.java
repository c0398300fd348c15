package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.IndicatorType;
import io.indago.spi.Tlp;
import io.indago.spi.VerdictClass;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which enrichments the operator wants a connector to be told.
 *
 * @param verdicts never empty
 * @param types empty for all the connector takes
 * @param tags lower-case; one of them must be among what the providers say; empty for no such condition
 * @param maxTlp the strictest it may be told
 * @param sandboxed whether it is told what the sandbox has made up
 */
public record PushConditions(
        Set<VerdictClass> verdicts, Set<IndicatorType> types, Set<String> tags, Tlp maxTlp, boolean sandboxed) {

    public PushConditions {
        verdicts = Set.copyOf(verdicts);
        types = Set.copyOf(types);
        tags = Set.copyOf(tags);
        requireNonNull(maxTlp, "maxTlp");
    }

    /**
     * Why it is not told that enrichment, in a sentence; empty when it is.
     *
     * @param sandbox whether any of its findings comes from the sandbox
     */
    public Optional<String> objection(Enrichment enrichment, boolean sandbox) {
        if (!verdicts.contains(enrichment.verdict())) {
            return Optional.of("it is told " + words(verdicts) + ", and this is "
                    + enrichment.verdict().name().toLowerCase(Locale.ROOT));
        }
        if (!types.isEmpty() && !types.contains(enrichment.indicator().type())) {
            return Optional.of("it is told of " + words(types) + ", and this is "
                    + enrichment.indicator().type().id());
        }
        if (!tags.isEmpty() && tagsOf(enrichment).noneMatch(tags::contains)) {
            return Optional.of("none of the tags " + tags.stream().sorted().toList() + " is in it");
        }
        if (sandbox && !sandboxed) {
            return Optional.of("the sandbox has made up some of it");
        }
        return Optional.empty();
    }

    private static Stream<String> tagsOf(Enrichment enrichment) {
        return enrichment.findings().stream()
                .map(Finding::report)
                .flatMap(Optional::stream)
                .flatMap(report -> report.tags().stream())
                .map(tag -> tag.toLowerCase(Locale.ROOT));
    }

    private static String words(Set<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
