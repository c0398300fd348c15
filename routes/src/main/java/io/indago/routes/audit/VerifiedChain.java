package io.indago.routes.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How the audit's chain is.
 *
 * @param state {@code whole}; {@code unproven}: whole, but nothing shows that its end is not missing; {@code broken}
 * @param begin the first position there is; those before were deleted when their time had come
 * @param deletedAt when the last of them were
 * @param sound up to which position entries are as they were recorded
 * @param proven up to which of them a published head vouches
 * @param pseudonymised in how many entries somebody has a pseudonym now, which nothing vouches for
 * @param truncated from how many others the address was taken
 * @param brokenAt the first position that is not right, or missing
 * @param reason what is wrong there, or why it is unproven
 */
public record VerifiedChain(
        String state,
        long begin,
        Optional<Instant> deletedAt,
        long sound,
        long proven,
        long pseudonymised,
        long truncated,
        Optional<Long> brokenAt,
        Optional<String> reason,
        Instant at) {

    enum State {
        WHOLE,
        UNPROVEN,
        BROKEN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
