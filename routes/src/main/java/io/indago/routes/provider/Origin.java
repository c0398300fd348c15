package io.indago.routes.provider;

import java.util.Locale;

/** Where a report comes from, and so who paid for it. The words are those of the API, of events and of accounting. */
public enum Origin {
    /** The provider was asked for it. */
    PROVIDER,
    /** The provider was being asked the same for another lookup, and both got the answer. */
    SHARED,
    /** The provider was asked the same before. */
    CACHE,
    /** Nobody was asked; the reason says why not. */
    NONE;

    /** The word: {@code provider}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
