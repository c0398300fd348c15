package io.indago.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One thing a provider said that supports its opinion. Its texts may be a stranger's: they are kept to one line of at
 * most 500 characters, without control and direction characters.
 *
 * @since 1.0
 */
public final class Evidence {
    private final String code;
    private final String text;
    private final Optional<String> value;
    private final Optional<Instant> observedAt;

    private Evidence(String code, String text, Optional<String> value, Optional<Instant> observedAt) {
        this.code = code;
        this.text = text;
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
        return new Evidence(PlainText.of(code), PlainText.of(text), Optional.empty(), Optional.empty());
    }

    /**
     * Evidence that lists values, without blank ones and repetitions: {@code seen as a, b, c and 4 more}. Empty when
     * there is none to list.
     *
     * @param introduction what comes before the values, {@code "seen as "}
     */
    public static Optional<Evidence> listing(String code, String introduction, Collection<String> values) {
        return Optional.of(PlainText.listing(introduction, values))
                .filter(text -> !text.isEmpty())
                .map(text -> of(code, text));
    }

    /** With the value itself, {@code 12}. */
    public Evidence value(String seen) {
        return new Evidence(code, text, Optional.of(PlainText.of(seen)), observedAt);
    }

    /** With the instant at which the provider saw it. */
    public Evidence observedAt(Instant instant) {
        return new Evidence(code, text, value, Optional.of(instant));
    }

    /** With the instant as the provider writes it, see {@link Report.Builder#lastSeen(String)}; else as it is. */
    public Evidence observedAt(String written) {
        return WrittenTime.parse(written).map(this::observedAt).orElse(this);
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
