package io.indago.plugins.misp;

import io.indago.spi.Enrichment;
import io.indago.spi.Finding;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What an event has on its indicator: itself, what each provider found, where to read on, what belongs to it. */
final class DraftAttributes {
    private static final int MOST_LINKS = 20;

    private final UUID event;
    private final Enrichment enrichment;
    private final PushSettings settings;

    DraftAttributes(UUID event, Enrichment enrichment, PushSettings settings) {
        this.event = event;
        this.enrichment = enrichment;
        this.settings = settings;
    }

    List<DraftAttribute> all() {
        List<DraftAttribute> all = new ArrayList<>(List.of(subject()));
        hits().map(hit -> finding(hit.provider(), hit.report().orElseThrow())).forEach(all::add);
        all.addAll(links());
        all.addAll(related());
        return List.copyOf(all);
    }

    private Stream<Finding> hits() {
        return enrichment.findings().stream().filter(it -> it.report().isPresent());
    }

    private Stream<Report> reports() {
        return hits().flatMap(hit -> hit.report().stream());
    }

    private DraftAttribute subject() {
        Indicator indicator = enrichment.indicator();
        MispType type = MispType.of(indicator.type());
        Optional<Instant> first =
                reports().flatMap(report -> report.firstSeen().stream()).min(Comparator.naturalOrder());
        Optional<Instant> last =
                reports().flatMap(report -> report.lastSeen().stream()).max(Comparator.naturalOrder());
        return new DraftAttribute(
                subjectUuid(event),
                type.written(settings.ipType()),
                type.category(),
                indicator.value(),
                false,
                type.isDetectable() && enrichment.verdict() == VerdictClass.MALICIOUS,
                true,
                VerdictNote.of(enrichment),
                // MISP refuses what ends before it begins
                first.filter(time -> last.isEmpty() || !last.get().isBefore(time)),
                last);
    }

    static UUID subjectUuid(UUID event) {
        return NameUuid.of(event, "subject");
    }

    private DraftAttribute finding(String provider, Report report) {
        String opinion = report.score().isPresent()
                ? ", score " + report.score().getAsInt() + ", confidence " + report.confidence()
                : "";
        String text = provider + ": " + report.verdict().name().toLowerCase(Locale.ROOT) + opinion + ": "
                + Defanged.of(report.summary(), enrichment.indicator());
        return DraftAttribute.note(NameUuid.of(event, "finding " + provider), "text", text, "Finding of " + provider);
    }

    private List<DraftAttribute> links() {
        Map<String, String> pages = new TreeMap<>();
        hits().forEach(hit -> hit.report().orElseThrow().references().stream()
                .map(URI::toString)
                .forEach(page -> pages.putIfAbsent(page, hit.provider())));
        return pages.entrySet().stream()
                .limit(MOST_LINKS)
                .map(page -> DraftAttribute.note(
                        NameUuid.of(event, "link " + page.getKey()),
                        "link",
                        page.getKey(),
                        "Page of " + page.getValue()))
                .toList();
    }

    private List<DraftAttribute> related() {
        Map<String, DraftAttribute> related = new TreeMap<>();
        hits().forEach(hit -> {
            Report report = hit.report().orElseThrow();
            Stream<Related> systems = report.asn().stream()
                    .mapToObj(number -> Related.of(IndicatorType.ASN, "AS" + number, "announced-by"));
            Stream.concat(report.related().stream(), systems)
                    .filter(other -> !isSubject(other))
                    .map(other -> mention(other, hit.provider()))
                    .forEach(other -> related.putIfAbsent(other.type() + " " + other.value(), other));
        });
        return related.values().stream().limit(settings.related()).toList();
    }

    private boolean isSubject(Related other) {
        return canonical(other).equals(enrichment.indicator().value());
    }

    private DraftAttribute mention(Related other, String provider) {
        MispType type = MispType.of(other.type());
        String written = type.written(settings.ipType());
        String value = canonical(other);
        return DraftAttribute.mention(
                NameUuid.of(event, "related " + written + " " + value),
                written,
                type.category(),
                value,
                other.relation() + ", says " + provider);
    }

    /** As far as equal ones look equal. */
    private static String canonical(Related other) {
        return switch (other.type()) {
            case URL -> other.value();
            case CVE, ASN -> other.value().toUpperCase(Locale.ROOT);
            default -> other.value().toLowerCase(Locale.ROOT);
        };
    }
}
