package io.indago.routes.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How the audit's chain is.
 *
 * @param state {@code whole}; {@code unproven}: whole, but nothing shows that its end is not missing; {@code broken}
 * @param sound how many entries, from the first on, are as they were recorded
 * @param proven up to which of them a published head vouches
 * @param brokenAt the first position that is not right, or missing
 * @param reason what is wrong there, or why it is unproven
 */
public record VerifiedChain(
        String state, long sound, long proven, Optional<Long> brokenAt, Optional<String> reason, Instant at) {

    enum State {
        WHOLE,
        UNPROVEN,
        BROKEN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
