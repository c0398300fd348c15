package io.indago.hub.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.indago.hub.config.IndagoProperties;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The realm's public keys: fresh for five minutes and fetched ahead, kept for a day while Keycloak is away, and fetched
 * for an unknown key at most once in 30 seconds. As health: whether there have ever been any, without which no token can
 * be accepted.
 */
@Component("realm-keys")
final class RealmKeys implements JWKSource<SecurityContext>, HealthIndicator {
    private final JWKSource<SecurityContext> keys;
    private volatile boolean obtained;

    RealmKeys(IndagoProperties settings) throws MalformedURLException {
        keys = JWKSourceBuilder.create(
                        URI.create(settings.security().keys()).toURL(),
                        new DefaultResourceRetriever(2_000, 2_000, 512 * 1024))
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(10).toMillis())
                .refreshAheadCache(Duration.ofMinutes(1).toMillis(), true)
                .rateLimited(Duration.ofSeconds(30).toMillis())
                .outageTolerant(Duration.ofHours(24).toMillis())
                .build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> found = keys.get(selector, context);
            obtained = true;
            return found;
        } catch (RateLimitReachedException asked) {
            return List.of(); // asked for a moment ago: the realm has no such key
        }
    }

    @Override
    public Health health() {
        if (!obtained) {
            try {
                get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            } catch (KeySourceException away) {
                return Health.outOfService()
                        .withDetail("reason", "the realm's keys have never been obtained, so no token is accepted")
                        .build();
            }
        }
        return Health.up().build();
    }
}
