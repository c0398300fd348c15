package io.indago.hub.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.indago.hub.selfcheck.AdminAccess.Standing;
import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.DirectoryException.Reason;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Stands around each call to Keycloak: one that may be made twice is, a Keycloak that fails again and again is left alone for
 * a while, and what went wrong becomes a {@link DirectoryException}.
 */
final class KeycloakGuard {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakGuard.class);

    private final Supplier<Standing> standing;
    private final CircuitBreaker breaker;
    private final Retry retry;

    /** @param standing whether the account that calls may be used */
    KeycloakGuard(String name, Supplier<Standing> standing) {
        this.standing = standing;
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordException(KeycloakGuard::isAway)
                        .build());
        retry = Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(100))
                        .retryOnException(failure -> isAway(failure) || isUnauthorized(failure))
                        .build());
    }

    /** A call that does the same when it is made twice. */
    <T> T repeatable(Supplier<T> call) throws DirectoryException {
        return once(Retry.decorateSupplier(retry, breaker.decorateSupplier(call)), true);
    }

    <T> T once(Supplier<T> call) throws DirectoryException {
        return once(call, false);
    }

    private <T> T once(Supplier<T> call, boolean decorated) throws DirectoryException {
        switch (standing.get()) {
            case UNFIT -> throw new DirectoryException(Reason.UNSAFE, "the hub's account must not be used");
            case UNKNOWN -> throw new DirectoryException(Reason.AWAY, "Keycloak is not available");
            case FIT -> {}
        }
        try {
            return decorated ? call.get() : breaker.executeSupplier(call);
        } catch (CallNotPermittedException open) {
            throw new DirectoryException(Reason.AWAY, "Keycloak is left alone for a while");
        } catch (HttpClientErrorException refused) {
            throw refusal(refused);
        } catch (RestClientException | OAuth2AuthorizationException away) {
            LOG.atWarn().addKeyValue("cause", away.getMessage()).log("Keycloak is not available");
            throw new DirectoryException(Reason.AWAY, "Keycloak is not available");
        }
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ResourceAccessException
                || failure instanceof HttpServerErrorException
                || failure instanceof OAuth2AuthorizationException;
    }

    /** A token of before Keycloak was started anew, say: the next try has another. */
    private static boolean isUnauthorized(Throwable failure) {
        return failure instanceof HttpClientErrorException.Unauthorized;
    }

    private static DirectoryException refusal(HttpClientErrorException refused) {
        return switch (refused.getStatusCode().value()) {
            case 400 -> new DirectoryException(Reason.REFUSED, reason(refused));
            case 403 -> new DirectoryException(Reason.PROTECTED, "Keycloak does not let the hub do that");
            case 404 -> new DirectoryException(Reason.GONE, "not in the realm");
            case 409 -> new DirectoryException(Reason.TAKEN, "in the realm already");
            default -> {
                LOG.atError()
                        .addKeyValue("status", refused.getStatusCode().value())
                        .log("Keycloak does not take what the hub asks: look at the client hub-admin and its secret");
                yield new DirectoryException(Reason.AWAY, "Keycloak does not take what the hub asks");
            }
        };
    }

    /** Keycloak's own words: {@code Invalid password: minimum length 12.} */
    private static String reason(RestClientResponseException refused) {
        try {
            JsonNode body = refused.getResponseBodyAs(JsonNode.class);
            if (body != null) {
                String text = body.path("error_description")
                        .asText(body.path("errorMessage").asText(""));
                return text.isBlank() ? "it is not acceptable" : text;
            }
        } catch (RestClientException unreadable) {
            LOG.debug("Keycloak's reason can't be read", unreadable);
        }
        return "it is not acceptable";
    }
}
