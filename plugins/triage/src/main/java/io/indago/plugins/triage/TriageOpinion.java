package io.indago.plugins.triage;

import io.indago.spi.Indicator;
import java.util.List;
import java.util.Optional;

/**
 * What scores of 1 to 10 amount to. 8 and more is malware, 5 to 7 likely, 1 harmless; what lies between is behaviour that
 * many programs have.
 */
record TriageOpinion(int score, int confidence) {
    private static final int MALWARE = 8;
    private static final int LIKELY = 5;
    private static final int MOST_SUSPICIOUS = 69;
    /** Of what a sample met when it ran, among which are many that everybody meets. */
    private static final TriageOpinion MET_BY_MALWARE = new TriageOpinion(30, 30);

    /** Of the worst of its samples. */
    static Optional<TriageOpinion> of(Indicator indicator, List<Analysis> analyses) {
        Optional<TriageOpinion> own = of(worst(analyses.stream()
                .filter(analysis -> analysis.isAbout(indicator))
                .toList()));
        if (own.isPresent()) {
            // That a sample is harmless makes nothing harmless but the file itself
            return own.filter(opinion -> opinion.score >= LIKELY * 10 || isFile(indicator));
        }
        boolean met = analyses.stream().anyMatch(analysis -> !analysis.isAbout(indicator) && isMalware(analysis));
        return met ? Optional.of(MET_BY_MALWARE) : Optional.empty();
    }

    private static boolean isMalware(Analysis analysis) {
        return analysis.score().orElse(0) >= MALWARE;
    }

    private static boolean isFile(Indicator indicator) {
        return switch (indicator.type()) {
            case MD5, SHA1, SHA256, SHA512 -> true;
            default -> false;
        };
    }

    static long worst(List<Analysis> analyses) {
        return analyses.stream()
                .mapToLong(analysis -> analysis.score().orElse(0))
                .max()
                .orElse(0);
    }

    private static Optional<TriageOpinion> of(long score) {
        int percent = (int) Math.min(score, 10) * 10;
        if (score >= MALWARE) {
            return Optional.of(new TriageOpinion(percent, 85));
        }
        if (score >= LIKELY) {
            return Optional.of(new TriageOpinion(Math.min(percent, MOST_SUSPICIOUS), 60));
        }
        return score == 1 ? Optional.of(new TriageOpinion(percent, 50)) : Optional.empty();
    }
}
