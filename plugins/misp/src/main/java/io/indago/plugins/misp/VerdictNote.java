package io.indago.plugins.misp;

import io.indago.spi.Enrichment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment that tells the verdict and of when it is: {@code Indago: malicious, score 90, confidence 80, of
 * 2026-01-02T03:04:05Z}. Pushes overtake one another; by the time the later answer is known.
 */
final class VerdictNote {
    private static final Pattern DATED = Pattern.compile("(?s)(?<note>.*), of (?<time>\\d{4}-\\S{6,30}Z)");

    private VerdictNote() {}

    static String of(Enrichment enrichment) {
        String score = enrichment.score().isPresent()
                ? ", score " + enrichment.score().getAsInt() + ", confidence " + enrichment.confidence()
                : "";
        return "Indago: " + enrichment.verdict().name().toLowerCase(Locale.ROOT) + score + ", of "
                + enrichment.finishedAt().truncatedTo(ChronoUnit.MILLIS);
    }

    static String undated(String note) {
        Matcher matcher = DATED.matcher(note);
        return matcher.matches() ? matcher.group("note") : note;
    }

    /** Empty when the note tells none. */
    static Optional<Instant> time(String note) {
        Matcher matcher = DATED.matcher(note);
        try {
            return matcher.matches() ? Optional.of(Instant.parse(matcher.group("time"))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
