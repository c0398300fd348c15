package io.indago.hub.selfcheck;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** How long the accepted tokens live, as they are seen: the realm does not tell. */
@Component
public final class TokenLifespans implements Consumer<Jwt> {
    private final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);

    @Override
    public void accept(Jwt token) {
        if (token.getIssuedAt() != null && token.getExpiresAt() != null) {
            Duration lifespan = Duration.between(token.getIssuedAt(), token.getExpiresAt());
            longest.accumulateAndGet(lifespan, (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
    }

    /** The longest since the start; nothing when there has been no token. */
    Optional<Duration> longest() {
        return Optional.of(longest.get()).filter(seen -> !seen.isZero());
    }
}
