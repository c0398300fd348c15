package io.indago.plugins.urlscan;

import io.indago.spi.JsonView;
import java.util.Optional;

/** What urlscan.io and its users say of a page, from -100, harmless, to 100. That nobody says anything is no opinion. */
record ScanOpinion(int score, int confidence, String word) {
    private static final int LEAST_MALICIOUS = 70;
    static final int LEAST_SUSPICIOUS = 20;

    private static final int HARMLESS = 5;

    static Optional<ScanOpinion> of(Scan scan) {
        double score = scan.verdict("/score")
                .flatMap(found -> found.number().stream().boxed())
                .findFirst()
                .orElse(0.0);
        boolean malicious = scan.verdict("/malicious")
                .flatMap(found -> found.flag().stream())
                .findFirst()
                .orElse(false);
        if (malicious) {
            return Optional.of(new ScanOpinion(bounded(score, LEAST_MALICIOUS, 100), 80, "malicious"));
        }
        if (score > 0) {
            return Optional.of(
                    new ScanOpinion(bounded(score, LEAST_SUSPICIOUS, LEAST_MALICIOUS - 1), 50, "suspicious"));
        }
        return score < 0 ? Optional.of(new ScanOpinion(HARMLESS, 50, "harmless")) : Optional.empty();
    }

    private static int bounded(double score, int least, int most) {
        return (int) Math.max(least, Math.min(most, Math.round(score)));
    }

    /** Of an address a malicious page was seen at, among others perhaps. */
    ScanOpinion ofItsHost() {
        return new ScanOpinion(Math.min(score, 40), 40, word);
    }

    /** Whether there is a verdict in it at all, be it that there is nothing to say. */
    static boolean isGiven(Scan scan) {
        return scan.verdict("/malicious").anyMatch(found -> found.kind() == JsonView.Kind.BOOLEAN);
    }
}
