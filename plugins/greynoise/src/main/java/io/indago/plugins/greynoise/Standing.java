package io.indago.plugins.greynoise;

import java.util.Optional;

/** What GreyNoise thinks of an address, and how much that weighs here. */
enum Standing {
    /** Of a business everybody uses: public DNS, updates, content delivery. */
    SERVICE("belongs to a common business service", 0, 90),
    MALICIOUS("scans the internet with malicious intent", 85, 80),
    SUSPICIOUS("scans the internet in a suspicious way", 50, 60),
    BENIGN("scans the internet for a known, benign purpose", 5, 85),
    NOISE("scans the internet, nobody knows why", 25, 40);

    private final String sentence;
    private final int score;
    private final int confidence;

    Standing(String sentence, int score, int confidence) {
        this.sentence = sentence;
        this.score = score;
        this.confidence = confidence;
    }

    /**
     * That a service is one outweighs how it is classified: scans in its name are easily spoofed.
     *
     * @param seen whether it was seen scanning
     * @return empty when GreyNoise has nothing to say
     */
    static Optional<Standing> of(boolean service, boolean seen, String classification) {
        if (service) {
            return Optional.of(SERVICE);
        }
        return switch (classification) {
            case "malicious" -> Optional.of(MALICIOUS);
            case "suspicious" -> Optional.of(SUSPICIOUS);
            case "benign" -> Optional.of(BENIGN);
            default -> seen ? Optional.of(NOISE) : Optional.empty();
        };
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
