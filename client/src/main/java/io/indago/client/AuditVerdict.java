package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Optional;

/**
 * Whether the hub's audit is as it was written.
 *
 * @param state {@code whole}, {@code broken}, or {@code unproven}: nothing shows that its end is not missing
 * @param sound how many entries, from the first on, are as they were recorded
 * @param proven up to which of them a published head vouches
 * @param brokenAt the first position that is not right, or missing
 * @param reason what is wrong there, or why it is unproven
 * @param json the document as it was received
 */
public record AuditVerdict(
        String state,
        long sound,
        long proven,
        Optional<Long> brokenAt,
        Optional<String> reason,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public AuditVerdict {
        requireNonNull(state, "state");
        requireNonNull(brokenAt, "brokenAt");
        requireNonNull(reason, "reason");
        requireNonNull(json, "json");
    }

    /** Whether nothing is wrong, and that is proven. */
    public boolean isWhole() {
        return state.equals("whole");
    }
}
