package io.indago.routes.account;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the accounts tell of users. */
@FunctionalInterface
public interface Activity {

    /**
     * When a user was last here.
     *
     * @param authentication the last login through the hub by password
     * @param request the last request with a token, wherever that came from
     */
    record Last(Optional<Instant> authentication, Optional<Instant> request) {
        static final Last NEVER = new Last(Optional.empty(), Optional.empty());
    }

    /** The last activity of each of these subjects; who has none may be missing. */
    Map<String, Last> of(Collection<String> subjects) throws StoreUnavailableException;
}
