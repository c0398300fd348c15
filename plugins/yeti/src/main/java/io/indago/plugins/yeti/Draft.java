package io.indago.plugins.yeti;

import io.indago.spi.Digest;
import io.indago.spi.Enrichment;
import io.indago.spi.Indicator;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What YETI should have of an enrichment: tags, and one context. */
final class Draft {
    /** The source of the context. */
    static final String SOURCE = "Indago";

    /** By which YETI finds the context that another takes the place of; all else in it may have changed. */
    static final String KIND = "kind";

    private static final int MOST_LABELS = 20;
    private static final int MOST_REFERENCES = 20;

    private final Enrichment enrichment;
    private final Digest digest;
    private final String prefix;
    private final int related;

    /**
     * @param prefix of its tags
     * @param related how many related indicators it tells at most
     */
    Draft(Enrichment enrichment, String prefix, int related) {
        this.enrichment = enrichment;
        this.prefix = prefix;
        this.related = related;
        digest = Digest.of(enrichment);
    }

    Enrichment enrichment() {
        return enrichment;
    }

    Indicator indicator() {
        return enrichment.indicator();
    }

    /** Whether it has a verdict that takes the place of another. */
    boolean judges() {
        return digest.judges();
    }

    /** The tags without which the observable could be misunderstood. */
    List<String> vitalTags(List<String> there) {
        List<String> tags = new ArrayList<>(List.of(
                Marking.strictest(Marking.of(enrichment.tlp()), there),
                Marking.strictest(Marking.of(enrichment.pap()), there)));
        if (judges()) {
            tags.add(verdictPrefix() + enrichment.verdict().name().toLowerCase(Locale.ROOT));
        }
        return tags;
    }

    /** How the tag begins that there is one of, so that another takes its place. */
    String verdictPrefix() {
        return prefix + ":verdict:";
    }

    /** What providers call it. */
    List<String> labels() {
        return digest.labels(MOST_LABELS).stream()
                .map(label -> Map.entry(label.getKey(), TagName.of(label.getValue())))
                .filter(label -> !label.getValue().isEmpty())
                .map(label -> TagName.cut(prefix + ":" + label.getKey() + ":" + label.getValue()))
                .distinct()
                .toList();
    }

    /** What it rests on. */
    Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(KIND, prefix + " enrichment");
        context.put("verdict", digest.verdict());
        context.put("tlp", "TLP:" + enrichment.tlp().label());
        context.put("pap", "PAP:" + enrichment.pap().name());
        context.put("findings", List.copyOf(digest.findings().values()));
        context.put("related", digest.related(related));
        context.put(
                "references",
                digest.references(MOST_REFERENCES).keySet().stream()
                        .map(URI::toString)
                        .toList());
        context.put("labels", labels());
        return context;
    }
}
