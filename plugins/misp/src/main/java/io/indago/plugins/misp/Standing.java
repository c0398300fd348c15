package io.indago.plugins.misp;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What an attribute says of its value, and how much that weighs here; the gravest first. */
enum Standing {
    HIGH_THREAT("marked for detection, in an event of high threat level", 90, 80),
    MEDIUM_THREAT("marked for detection, in an event of medium threat level", 80, 75),
    DETECTABLE("marked for detection", 75, 70),
    LOW_THREAT("marked for detection, in an event of low threat level", 70, 70),
    SEEN("recorded, but not for detection", 40, 50),
    FALSE_POSITIVE("known as a false positive", 10, 60),
    /** Deleted, or its decaying model's score is spent. */
    EXPIRED("recorded, but expired", -1, 0);

    private final String sentence;
    private final int score;
    private final int confidence;

    Standing(String sentence, int score, int confidence) {
        this.sentence = sentence;
        this.score = score;
        this.confidence = confidence;
    }

    static Standing ofThreatLevel(long id) {
        return switch ((int) id) {
            case 1 -> HIGH_THREAT;
            case 2 -> MEDIUM_THREAT;
            case 3 -> LOW_THREAT;
            default -> DETECTABLE;
        };
    }

    /** The gravest; empty of none. */
    static Optional<Standing> gravest(Collection<Standing> all) {
        return all.stream().min(Comparator.naturalOrder());
    }

    boolean isOpinion() {
        return score >= 0;
    }

    String sentence() {
        return sentence;
    }

    int score() {
        return score;
    }

    int confidence() {
        return confidence;
    }
}
