package io.indago.spi;

/**
 * Why a provider has no answer; see {@link ProviderException}.
 *
 * @since 1.0
 */
public enum ErrorKind {
    /** The provider calls our request wrong; a retry would not help. */
    INVALID_INPUT,
    /** The credential was refused; the provider is held back until it gets another. */
    UNAUTHORIZED,
    /** The provider's quota or rate limit is spent; says when to come back where it is known. */
    QUOTA,
    /** The provider is down, or says it can't answer now. */
    UNAVAILABLE,
    /** The reply is not what the provider's documentation promises. */
    BAD_REPLY,
    /** The plugin itself failed. */
    INTERNAL
}
