package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One provider's part of an {@link Enrichment}: what it said, or why it said nothing.
 *
 * @since 1.1
 */
public final class Finding {
    private final String provider;
    private final String status;
    private final String reason;
    private final Optional<Report> report;

    private Finding(String provider, String status, String reason, Optional<Report> report) {
        this.provider = requireNonNull(provider, "provider");
        this.status = requireNonNull(status, "status");
        this.reason = requireNonNull(reason, "reason");
        this.report = report;
    }

    /** What that provider knows. */
    public static Finding hit(String provider, Report report) {
        return new Finding(provider, "hit", report.summary(), Optional.of(report));
    }

    /**
     * Why that provider said nothing.
     *
     * @param status the word the API has for it, {@code no_data} or {@code timeout}
     * @param reason in a sentence
     */
    public static Finding without(String provider, String status, String reason) {
        return new Finding(provider, status, reason, Optional.empty());
    }

    /** The provider's id. */
    public String provider() {
        return provider;
    }

    /** The word the API has for how it ended; {@code hit} with a report. More words may come. */
    public String status() {
        return status;
    }

    /** The finding, or why there is none, in a sentence. */
    public String reason() {
        return reason;
    }

    /** What the provider said; empty unless it knows the indicator. */
    public Optional<Report> report() {
        return report;
    }
}
