package io.indago.plugins.opencti;

import io.indago.spi.Digest;
import io.indago.spi.Enrichment;
import io.indago.spi.Indicator;
import io.indago.spi.VerdictClass;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What OpenCTI should have of an enrichment: on the indicator's observable, and in one note. */
final class Draft {
    /** The organisation by which all of it is. */
    static final String AUTHOR = "Indago";

    private static final int MOST_LABELS = 20;
    private static final int MOST_REFERENCES = 20;

    private final Enrichment enrichment;
    private final Digest digest;
    private final PushSettings settings;

    Draft(Enrichment enrichment, PushSettings settings) {
        this.enrichment = enrichment;
        this.settings = settings;
        digest = Digest.of(enrichment);
    }

    Enrichment enrichment() {
        return enrichment;
    }

    Indicator indicator() {
        return enrichment.indicator();
    }

    ObservableType type() {
        return ObservableType.of(indicator());
    }

    PushSettings settings() {
        return settings;
    }

    /** Whether it has a verdict that takes the place of another. */
    boolean judges() {
        return digest.judges();
    }

    boolean isMalicious() {
        return enrichment.verdict() == VerdictClass.MALICIOUS;
    }

    boolean wantsIndicator() {
        return settings.indicators() && isMalicious() && type().isDetectable();
    }

    List<Marking> markings() {
        return List.of(Marking.of(enrichment.tlp()), Marking.of(enrichment.pap()));
    }

    /** In lower case, as OpenCTI keeps them. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        if (judges()) {
            labels.add(verdictPrefix() + enrichment.verdict().name().toLowerCase(Locale.ROOT));
        }
        digest.labels(MOST_LABELS).stream()
                .map(label -> settings.labelPrefix() + ":" + label.getKey() + "="
                        + label.getValue().toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(labels::add);
        return labels;
    }

    /** How the label begins that there is one of, so that another takes its place. */
    String verdictPrefix() {
        return settings.labelPrefix() + ":verdict=";
    }

    Map<URI, String> references() {
        return digest.references(MOST_REFERENCES);
    }

    /**
     * There is one for each indicator: analysts look up the same one every day, and want to read once what is known now.
     */
    String noteId() {
        String name = settings.labelPrefix() + ":" + indicator().type().id() + ":"
                + indicator().value();
        return "note--" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String noteTitle() {
        return "Indago on " + digest.indicator();
    }

    /** The verdict, and what it rests on in a block in which nothing is markup: much of it strangers wrote. */
    String note() {
        List<String> lines = new ArrayList<>();
        digest.findings().values().forEach(lines::add);
        digest.related(settings.related()).forEach(lines::add);
        return lines.isEmpty() ? digest.verdict() : digest.verdict() + "\n\n```\n" + String.join("\n", lines) + "\n```";
    }
}
