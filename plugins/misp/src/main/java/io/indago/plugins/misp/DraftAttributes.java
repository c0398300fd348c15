package io.indago.plugins.misp;

import io.indago.spi.Digest;
import io.indago.spi.Enrichment;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.VerdictClass;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Digest digest;
    private final PushSettings settings;

    DraftAttributes(UUID event, Enrichment enrichment, PushSettings settings) {
        this.event = event;
        this.enrichment = enrichment;
        digest = Digest.of(enrichment);
        this.settings = settings;
    }

    List<DraftAttribute> all() {
        List<DraftAttribute> all = new ArrayList<>(List.of(subject()));
        digest.findings().forEach((provider, text) -> all.add(finding(provider, text)));
        digest.references(MOST_LINKS).forEach((page, provider) -> all.add(link(page.toString(), provider)));
        all.addAll(related());
        return List.copyOf(all);
    }

    private DraftAttribute subject() {
        Indicator indicator = enrichment.indicator();
        MispType type = MispType.of(indicator.type());
        Optional<Instant> last = digest.lastSeen();
        return new DraftAttribute(
                subjectUuid(event),
                type.written(settings.ipType()),
                type.category(),
                indicator.value(),
                false,
                type.isDetectable() && enrichment.verdict() == VerdictClass.MALICIOUS,
                true,
                digest.verdict(),
                // MISP refuses what ends before it begins
                digest.firstSeen().filter(time -> last.isEmpty() || !last.get().isBefore(time)),
                last);
    }

    static UUID subjectUuid(UUID event) {
        return NameUuid.of(event, "subject");
    }

    private DraftAttribute finding(String provider, String text) {
        return DraftAttribute.note(NameUuid.of(event, "finding " + provider), "text", text, "Finding of " + provider);
    }

    private DraftAttribute link(String page, String provider) {
        return DraftAttribute.note(NameUuid.of(event, "link " + page), "link", page, "Page of " + provider);
    }

    private List<DraftAttribute> related() {
        Map<String, DraftAttribute> related = new TreeMap<>();
        enrichment.findings().forEach(hit -> hit.report().ifPresent(report -> {
            Stream<Related> systems = report.asn().stream()
                    .mapToObj(number -> Related.of(IndicatorType.ASN, "AS" + number, "announced-by"));
            Stream.concat(report.related().stream(), systems)
                    .filter(other -> !isSubject(other))
                    .map(other -> mention(other, hit.provider()))
                    .forEach(other -> related.putIfAbsent(other.type() + " " + other.value(), other));
        }));
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
