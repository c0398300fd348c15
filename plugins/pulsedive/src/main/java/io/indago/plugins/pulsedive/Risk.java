package io.indago.plugins.pulsedive;

import io.indago.spi.JsonView;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Pulsedive's scale. {@code unknown} and {@code retired} are no opinions. */
enum Risk {
    NONE(5, 50),
    LOW(25, 40),
    MEDIUM(55, 60),
    HIGH(85, 75),
    CRITICAL(95, 85);

    private final int score;
    private final int confidence;

    Risk(int score, int confidence) {
        this.score = score;
        this.confidence = confidence;
    }

    static Optional<Risk> of(JsonView body) {
        String risk = body.textAt("/risk", "");
        return Stream.of(values()).filter(known -> known.id().equals(risk)).findFirst();
    }

    int score() {
        return score;
    }

    int confidence() {
        return confidence;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
