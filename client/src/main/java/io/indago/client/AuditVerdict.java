package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the hub's audit is as it was written.
 *
 * @param state {@code whole}, {@code broken}, or {@code unproven}: nothing shows that its end is not missing
 * @param begin the first position there is; those before were deleted when their time had come
 * @param deletedAt when the last of them were
 * @param sound up to which position entries are as they were recorded
 * @param proven up to which of them a published head vouches
 * @param pseudonymised in how many entries somebody has a pseudonym
 * @param truncated from how many others the address was taken
 * @param brokenAt the first position that is not right, or missing
 * @param reason what is wrong there, or why it is unproven
 * @param json the document as it was received
 */
public record AuditVerdict(
        String state,
        long begin,
        Optional<Instant> deletedAt,
        long sound,
        long proven,
        long pseudonymised,
        long truncated,
        Optional<Long> brokenAt,
        Optional<String> reason,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public AuditVerdict {
        requireNonNull(state, "state");
        requireNonNull(deletedAt, "deletedAt");
        requireNonNull(brokenAt, "brokenAt");
        requireNonNull(reason, "reason");
        requireNonNull(json, "json");
    }

    /** Whether nothing is wrong, and that is proven. */
    public boolean isWhole() {
        return state.equals("whole");
    }
}
