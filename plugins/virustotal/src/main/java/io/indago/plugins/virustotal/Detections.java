package io.indago.plugins.virustotal;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How many engines say what. One that failed, timed out or doesn't take the type has no say and isn't counted.
 *
 * @see <a href="https://docs.virustotal.com/reference/analyses-object">Analyses</a>
 */
record Detections(int malicious, int suspicious, int harmless, int undetected) {

    /**
     * As {@code last_analysis_stats} counts them. Addresses and domains of 2019 came without it: then the
     * {@code last_analysis_results} are counted. Empty when no engine has a say.
     */
    static Optional<Detections> of(JsonView attributes) {
        JsonView stats = attributes.at("/last_analysis_stats");
        Detections detections;
        if (stats.fields().isEmpty()) {
            List<String> categories = attributes.at("/last_analysis_results").fields().values().stream()
                    .map(result -> result.textAt("/category", ""))
                    .toList();
            detections = counting(
                    category -> categories.stream().filter(category::equals).count());
        } else {
            detections = counting(category -> stats.integerAt("/" + category, 0));
        }
        return detections.engines() == 0 ? Optional.empty() : Optional.of(detections);
    }

    private static Detections counting(ToLongFunction<String> engines) {
        return new Detections(
                sane(engines.applyAsLong("malicious")),
                sane(engines.applyAsLong("suspicious")),
                sane(engines.applyAsLong("harmless")),
                sane(engines.applyAsLong("undetected")));
    }

    private static int sane(long count) {
        return (int) Math.max(0, Math.min(count, 1_000));
    }

    /** The engines that have a say. */
    int engines() {
        return malicious + suspicious + harmless + undetected;
    }

    /** From 73 when three engines agree; up to 69 when fewer do or some only suspect it; else 0. */
    int score() {
        if (malicious >= 3) {
            return 70 + Math.min(30, malicious);
        }
        if (malicious + suspicious > 0) {
            return Math.min(69, 20 + 15 * malicious + 10 * suspicious);
        }
        return 0;
    }

    /**
     * Grows with the engines asked, whatever they say: 3 of 90 were weighed against 87, 3 of 3 against nobody. Never
     * above 90, since engines copy one another.
     */
    int confidence() {
        return Math.min(90, 30 + engines());
    }

    String sentence() {
        String detected = malicious + " of " + engines() + " engines detect it";
        return suspicious == 0 ? detected : detected + ", " + suspicious + " suspect it";
    }
}
