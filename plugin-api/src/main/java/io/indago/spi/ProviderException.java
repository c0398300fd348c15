package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A lookup, push or health check failed, for a reason the author knows. The host turns it into the outcome its kind describes.
 *
 * <p>The message is shown to the caller: name the thing, the value and what was expected, and never a secret.
 *
 * @since 1.0
 */
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorKind kind;
    private final transient Optional<Duration> retryAfter;

    private ProviderException(
            ErrorKind kind, String message, Optional<Duration> retryAfter, Optional<Throwable> cause) {
        super(requireNonNull(message, "message"), cause.orElse(null));
        this.kind = requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    public static ProviderException of(ErrorKind kind, String message) {
        return new ProviderException(kind, message, Optional.empty(), Optional.empty());
    }

    public static ProviderException of(ErrorKind kind, String message, Throwable cause) {
        return new ProviderException(kind, message, Optional.empty(), Optional.of(cause));
    }

    /** The provider's quota is spent until that time has passed. */
    public static ProviderException quota(String message, Duration retryAfter) {
        return new ProviderException(ErrorKind.QUOTA, message, Optional.of(retryAfter), Optional.empty());
    }

    public ErrorKind kind() {
        return kind;
    }

    /** When the provider says to come back; empty when it doesn't say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
