package io.indago.plugins.misp;

import io.indago.spi.Digest;
import io.indago.spi.Enrichment;
import io.indago.spi.Indicator;
import io.indago.spi.Pap;
import io.indago.spi.Tlp;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The event of an indicator as an enrichment would have it. There is one for each indicator: analysts look up the same
 * one every day, and want to see it once, with what is known now.
 */
final class Draft {
    private final Enrichment enrichment;
    private final Digest digest;
    private final PushSettings settings;
    private final UUID uuid;
    private final List<DraftAttribute> attributes;
    private final DraftTags tags;

    /**
     * @param url the instance's: instances that share events must not have two of the same UUID
     */
    Draft(Enrichment enrichment, String url, PushSettings settings) {
        this.enrichment = enrichment;
        digest = Digest.of(enrichment);
        this.settings = settings;
        Indicator indicator = enrichment.indicator();
        uuid = NameUuid.of(
                NameUuid.URL,
                url + "#" + settings.tagPrefix() + ":" + indicator.type().id() + ":" + indicator.value());
        attributes = new DraftAttributes(uuid, enrichment, settings).all();
        tags = new DraftTags(enrichment, settings.tagPrefix());
    }

    UUID uuid() {
        return uuid;
    }

    Enrichment enrichment() {
        return enrichment;
    }

    List<DraftAttribute> attributes() {
        return attributes;
    }

    DraftTags tags() {
        return tags;
    }

    PushSettings settings() {
        return settings;
    }

    /** Whether it has a verdict that takes the place of another; that nobody answered is none. */
    boolean judges() {
        return digest.judges();
    }

    /** The tags it should have, under that marking. */
    List<String> tags(Tlp tlp, Pap pap) {
        List<String> all = new ArrayList<>(List.of(tags.source(), DraftTags.marking(tlp), "PAP:" + pap));
        all.addAll(tags.verdict());
        all.addAll(tags.labels());
        return all;
    }

    /** What the event says as a whole. */
    Map<String, Object> headline() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("uuid", uuid.toString());
        event.put("info", info());
        event.put("threat_level_id", threatLevel());
        // Complete
        event.put("analysis", "2");
        return event;
    }

    /** The whole event, new. */
    Map<String, Object> json() {
        Map<String, Object> event = headline();
        event.put(
                "date",
                enrichment.finishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        event.put("distribution", Integer.toString(settings.distribution(enrichment.tlp())));
        event.put("published", settings.publish());
        event.put(
                "Tag",
                tags(enrichment.tlp(), enrichment.pap()).stream()
                        .map(Draft::tag)
                        .toList());
        event.put("Attribute", attributes.stream().map(DraftAttribute::json).toList());
        return Map.of("Event", event);
    }

    static Map<String, Object> tag(String name) {
        return Map.of("name", name);
    }

    private String info() {
        String shown = "Indago: " + digest.indicator();
        return switch (enrichment.verdict()) {
            case MALICIOUS -> shown + " is malicious";
            case SUSPICIOUS -> shown + " is suspicious";
            case BENIGN -> shown + " is benign";
            case INFORMATIONAL, UNKNOWN -> shown;
        };
    }

    private String threatLevel() {
        return switch (enrichment.verdict()) {
            case MALICIOUS -> "1";
            case SUSPICIOUS -> "2";
            case BENIGN -> "3";
            case INFORMATIONAL, UNKNOWN -> "4";
        };
    }
}
