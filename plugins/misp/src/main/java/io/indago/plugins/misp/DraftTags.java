package io.indago.plugins.misp;

import io.indago.spi.Digest;
import io.indago.spi.Enrichment;
import io.indago.spi.Tlp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An event's tags: whose it is, its marking, its verdict in the taxonomies others read, and what providers call it. */
final class DraftTags {
    private static final int MOST_LABELS = 20;

    private final Enrichment enrichment;
    private final String prefix;

    DraftTags(Enrichment enrichment, String prefix) {
        this.enrichment = enrichment;
        this.prefix = prefix;
    }

    /** By which our events are known. */
    String source() {
        return prefix + ":source=\"enrichment\"";
    }

    static String marking(Tlp tlp) {
        return "tlp:" + tlp.label().toLowerCase(Locale.ROOT);
    }

    /** Those of an opinion; empty without one. */
    List<String> verdict() {
        List<String> tags = new ArrayList<>();
        switch (enrichment.verdict()) {
            case MALICIOUS -> tags.add("ioc:artifact-state=\"malicious\"");
            case BENIGN -> tags.add("ioc:artifact-state=\"not-malicious\"");
            case SUSPICIOUS -> {}
            case INFORMATIONAL, UNKNOWN -> {
                return List.of();
            }
        }
        tags.add(prefix + ":verdict=\"" + enrichment.verdict().name().toLowerCase(Locale.ROOT) + "\"");
        tags.add("misp:confidence-level=\"" + confidence(enrichment.confidence()) + "\"");
        return tags;
    }

    /** Whether a tag is one of those there is one of, so that another takes its place. */
    boolean isVerdict(String tag) {
        return Stream.of("ioc:artifact-state=", "misp:confidence-level=", prefix + ":verdict=")
                .anyMatch(tag::startsWith);
    }

    /** The taxonomy's words stand for 100, 75, 50, 25 and 0. */
    private static String confidence(int percent) {
        return switch ((percent + 12) / 25) {
            case 0 -> "unconfident";
            case 1 -> "rarely-confident";
            case 2 -> "fairly-confident";
            case 3 -> "usually-confident";
            default -> "completely-confident";
        };
    }

    /** What providers call it; nothing is taken back because a provider was silent this time. */
    List<String> labels() {
        return Digest.of(enrichment).labels(MOST_LABELS).stream()
                .map(label ->
                        prefix + ":" + label.getKey() + "=\"" + label.getValue().replace('"', '\'') + "\"")
                .toList();
    }
}
