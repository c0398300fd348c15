package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing a provider said that supports its opinion.
 *
 * @since 1.0
 */
public final class Evidence {
    private final String code;
    private final String text;
    private final Optional<String> value;
    private final Optional<Instant> observedAt;

    private Evidence(String code, String text, Optional<String> value, Optional<Instant> observedAt) {
        this.code = requireNonNull(code, "code");
        this.text = requireNonNull(text, "text");
        this.value = value;
        this.observedAt = observedAt;
    }

    /**
     * Evidence.
     *
     * @param code stable and machine-readable, {@code detections}
     * @param text a short sentence for a person, {@code 12 of 90 engines detect it}
     */
    public static Evidence of(String code, String text) {
        return new Evidence(code, text, Optional.empty(), Optional.empty());
    }

    /** With the value itself, {@code 12}. */
    public Evidence value(String seen) {
        return new Evidence(code, text, Optional.of(seen), observedAt);
    }

    /** With the instant at which the provider saw it. */
    public Evidence observedAt(Instant instant) {
        return new Evidence(code, text, value, Optional.of(instant));
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** Empty when the text says it all. */
    public Optional<String> value() {
        return value;
    }

    /** Empty when the provider does not say. */
    public Optional<Instant> observedAt() {
        return observedAt;
    }
}
