package io.indago.plugins.circlhashlookup;

import io.indago.spi.JsonView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What hashlookup's trust in a file amounts to. It starts at 50; each trusted source adds, each unsure one takes away.
 * Less than that is no trust, and no sign of malice either.
 */
record Trust(int score, int confidence) {
    private static final int NEUTRAL = 50;
    private static final int TRUSTED = 60;

    /** That it is known to be malicious outweighs who ships it. Empty where there are only facts. */
    static Optional<Trust> of(JsonView file) {
        if (isKnownMalicious(file)) {
            return Optional.of(new Trust(85, 80));
        }
        OptionalLong trust = file.at("/hashlookup:trust").integer();
        if (trust.isEmpty() || trust.getAsLong() < NEUTRAL) {
            return Optional.empty();
        }
        long most = Math.min(100, trust.getAsLong());
        return most < TRUSTED ? Optional.of(new Trust(15, 50)) : Optional.of(new Trust((int) (100 - most) / 4, 70));
    }

    /** The lists it is on, {@code malshare.com}; an old form says just that it is on one. */
    static List<String> maliciousLists(JsonView file) {
        return file.at("/KnownMalicious").texts();
    }

    static boolean isKnownMalicious(JsonView file) {
        JsonView known = file.at("/KnownMalicious");
        return switch (known.kind()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> known.flag().orElse(false);
            case TEXT -> !known.text().orElse("").isBlank();
            case ARRAY -> !known.items().isEmpty();
            case OBJECT -> !known.fields().isEmpty();
            case NUMBER -> known.number().orElse(0) != 0;
        };
    }
}
