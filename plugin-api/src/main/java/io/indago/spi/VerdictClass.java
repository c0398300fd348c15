package io.indago.spi;

/**
 * What an opinion amounts to. One scale for every provider and for the aggregate.
 *
 * @since 1.0
 */
public enum VerdictClass {
    /** A score of 70 to 100. */
    MALICIOUS,
    /** A score of 20 to 69. */
    SUSPICIOUS,
    /** A score of 0 to 19. */
    BENIGN,
    /** Facts, but no opinion. */
    INFORMATIONAL,
    /** Nobody knows. Never the same as benign. */
    UNKNOWN;

    /** The class of a score of 0 to 100. */
    public static VerdictClass ofScore(int score) {
        if (score >= 70) {
            return MALICIOUS;
        }
        return score >= 20 ? SUSPICIOUS : BENIGN;
    }
}
