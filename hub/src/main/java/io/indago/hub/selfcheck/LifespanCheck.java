package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import java.time.Duration;
import java.util.List;

/** Whether tokens live longer than somebody who was dismissed should be let in. */
final class LifespanCheck implements Check {
    private static final Duration LONG = Duration.ofMinutes(15);

    private final TokenLifespans lifespans;

    LifespanCheck(TokenLifespans lifespans) {
        this.lifespans = lifespans;
    }

    @Override
    public List<Finding> findings() {
        return lifespans
                .longest()
                .filter(longest -> longest.compareTo(LONG) > 0)
                .map(longest -> List.of(Finding.warning(
                        "tokens-live-long",
                        "a token was accepted that lives " + longest.toMinutes() + " minutes, and as long for whoever"
                                + " steals it: set the realm's access token lifespan, and the client's, to 5 minutes")))
                .orElse(List.of());
    }
}
