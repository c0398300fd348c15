package io.indago.routes.audit;

import java.util.Locale;

/** What came of an action. */
public enum AuditOutcome {
    /** It is about to be done; a second entry of the same request says what came of it. Alone, nobody knows. */
    REQUESTED,
    DONE,
    /** It was tried, and did not work. */
    FAILED,
    /** It was not allowed. */
    REFUSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
