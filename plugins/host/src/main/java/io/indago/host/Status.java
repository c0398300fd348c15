package io.indago.host;

import java.util.Locale;

/** How a provider's part of a lookup ended. The only list of these words: code, API, events and metrics use them. */
public enum Status {
    /** The provider knows the indicator. The only status that may move the verdict. */
    HIT,
    /** The provider does not know it: neither an error nor benign. */
    NO_DATA,
    /** The provider does not take this type. */
    UNSUPPORTED,
    /** TLP, PAP or a reserved address forbid asking. */
    NOT_ALLOWED,
    /** Their limit or our quota is spent. */
    RATE_LIMITED,
    /** The credential was refused. */
    UNAUTHORISED,
    /** Not finished by the deadline. */
    TIMEOUT,
    /** Their fault or ours; {@link ErrorCause} says whose. */
    ERROR,
    /** Not asked: disabled, not configured, held back. */
    SKIPPED,
    /** Stopped by a person. */
    KILLED,
    /** The caller's wait is over, the work is not. */
    PENDING;

    /** The word in the API, in events and in metrics: {@code no_data}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
