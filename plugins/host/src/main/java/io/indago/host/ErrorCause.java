package io.indago.host;

import java.util.Locale;

/** Whose fault a {@link Status#ERROR} is. */
public enum ErrorCause {
    /** The provider is down or can't be reached. */
    UNAVAILABLE,
    /** The reply is not what the provider's documentation promises. */
    BAD_REPLY,
    /** The reply is larger than a lookup may take. */
    TOO_LARGE,
    /** The plugin's threads are all busy past their deadline. */
    STUCK,
    /** The plugin or the hub failed. */
    INTERNAL;

    /** The word in the API, in events and in metrics: {@code bad_reply}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
