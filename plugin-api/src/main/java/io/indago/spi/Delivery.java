package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a push brought about. A platform that refused it is no delivery but a {@link ProviderException}.
 *
 * @since 1.1
 */
public final class Delivery {
    private final Effect effect;
    private final Optional<String> reference;

    private Delivery(Effect effect, Optional<String> reference) {
        this.effect = requireNonNull(effect, "effect");
        this.reference = reference;
    }

    /** @since 1.1 */
    public enum Effect {
        /** Something new is there. */
        CREATED,
        /** What was there knows more now. */
        UPDATED,
        /** Everything was there already. */
        UNCHANGED
    }

    /** Something new is there, by that reference of the platform's: an id or a link. */
    public static Delivery created(String reference) {
        return new Delivery(Effect.CREATED, referenced(reference));
    }

    /** What was there knows more now. */
    public static Delivery updated(String reference) {
        return new Delivery(Effect.UPDATED, referenced(reference));
    }

    /** Everything was there already. */
    public static Delivery unchanged(String reference) {
        return new Delivery(Effect.UNCHANGED, referenced(reference));
    }

    private static Optional<String> referenced(String reference) {
        return Optional.of(PlainText.of(reference)).filter(text -> !text.isEmpty());
    }

    /** What changed. */
    public Effect effect() {
        return effect;
    }

    /** Where it is, an id or a link of the platform's, one line; empty when the platform gives none. */
    public Optional<String> reference() {
        return reference;
    }

    @Override
    public String toString() {
        return effect + reference.map(text -> " " + text).orElse("");
    }
}
