package io.indago.plugins.googlesafebrowsing;

import java.util.List;
import java.util.Locale;

/**
 * An entry of a list.
 *
 * @param url what is listed: the URL asked about, or its host or a folder above it, then without scheme
 * @param type a {@link ThreatType}'s name, or one of later days
 * @param details what else Google says, {@code platform WINDOWS}
 */
record Threat(String url, String type, List<String> details) {
    static Threat of(String url, String type) {
        return new Threat(url, type, List.of());
    }

    int score() {
        return ThreatType.score(type);
    }

    /** {@code social_engineering}. */
    String tag() {
        return type.toLowerCase(Locale.ROOT);
    }

    /** {@code social engineering}. */
    String words() {
        return tag().replace('_', ' ');
    }
}
