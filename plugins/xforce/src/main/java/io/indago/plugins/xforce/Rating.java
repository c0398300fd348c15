package io.indago.plugins.xforce;

import java.util.Optional;
import java.util.OptionalDouble;

/** X-Force's score from 1, fine, to 10, as an opinion; X-Force leaves it empty where it has none. */
record Rating(double score) {
    private static final double MALICIOUS = 7;
    private static final double SUSPICIOUS = 4;
    private static final double BENIGN = 2;
    private static final int MOST_SUSPICIOUS = 69;

    static Optional<Rating> of(OptionalDouble score) {
        return score.stream()
                .filter(it -> it > 0 && it <= 10)
                .mapToObj(Rating::new)
                .findFirst();
    }

    /** Between benign and suspicious there is none. */
    boolean isOpinion() {
        return score <= BENIGN || score >= SUSPICIOUS;
    }

    int points() {
        if (score <= BENIGN) {
            return (int) Math.round(score * 5);
        }
        int points = (int) Math.round(score * 10);
        return score >= MALICIOUS ? points : Math.min(points, MOST_SUSPICIOUS);
    }

    int confidence() {
        if (score >= MALICIOUS) {
            return 75;
        }
        return score >= SUSPICIOUS ? 55 : 60;
    }

    /** {@code 8.6}, {@code 1}. */
    String text() {
        return score == Math.rint(score) ? Long.toString((long) score) : Double.toString(score);
    }
}
