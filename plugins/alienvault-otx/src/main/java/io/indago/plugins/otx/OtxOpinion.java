package io.indago.plugins.otx;

import java.util.List;
import java.util.Optional;

/**
 * What OTX's knowledge of an indicator amounts to.
 *
 * @param reason a short sentence for a person
 */
record OtxOpinion(int score, int confidence, String reason) {
    private static final int SERIOUS_THREAT_SCORE = 2;
    private static final int AGREEING_ENGINES = 2;

    /**
     * The signs an opinion is made of.
     *
     * @param pulses how many mention it: OTX counts more than it lists
     * @param substantial how many of those listed are {@link Pulse#isSubstantial}
     * @param withFamily whether one of them names malware
     * @param threatScore of AlienVault's own sensors, 0 where they know nothing
     * @param engines how many scanners of OTX detect the file
     * @param harmless who says that it is harmless
     */
    record Signs(
            long pulses, int substantial, boolean withFamily, long threatScore, int engines, List<String> harmless) {

        Optional<OtxOpinion> opinion() {
            if (!harmless.isEmpty()) {
                return Optional.of(new OtxOpinion(5, 80, "Known as harmless to " + harmless.get(0)));
            }
            if (isMalicious()) {
                int more = Math.max(0, Math.min(4, substantial - 1));
                return Optional.of(new OtxOpinion(75 + 5 * more, 70, reason()));
            }
            if (pulses > 0 || engines > 0) {
                int mentions = (int) Math.min(6, pulses);
                int suspicion = pulses > 0 ? 30 + 5 * mentions : 0;
                return Optional.of(
                        new OtxOpinion(engines > 0 ? Math.max(50, suspicion) : suspicion, 30 + 5 * mentions, reason()));
            }
            return Optional.empty();
        }

        /** A single pulse is one person's word, and has to name the malware. */
        private boolean isMalicious() {
            return withFamily
                    || pulses > 1 && substantial > 0
                    || threatScore >= SERIOUS_THREAT_SCORE
                    || engines >= AGREEING_ENGINES;
        }

        private String reason() {
            String seen = threatScore > 0 ? ", its threat score is " + threatScore : "";
            String detected = engines > 0 ? ", " + engines + " of OTX's scanners detect it" : "";
            return mentioned() + seen + detected;
        }

        private String mentioned() {
            if (pulses == 0) {
                return "No pulse mentions it";
            }
            return pulses == 1 ? "1 pulse mentions it" : pulses + " pulses mention it";
        }
    }
}
