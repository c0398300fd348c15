package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What a provider is, takes, needs and reveals. From it the hub validates configuration, plans lookups, refuses what
 * must not leave, keeps within quotas, and writes documentation.
 *
 * @since 1.0
 */
public final class ProviderSpec extends ExtensionSpec {
    private final Exposure exposure;
    private final Reliability reliability;
    private final String reliabilityReason;
    private final List<Quota> quotas;
    private final Duration freshFor;

    private ProviderSpec(Builder builder) {
        super(builder);
        exposure = builder.exposure;
        reliability = builder.reliability;
        reliabilityReason = builder.reliabilityReason;
        quotas = builder.quotas;
        freshFor = builder.freshFor;
    }

    /**
     * Starts a spec.
     *
     * @param id lower-case letters, digits and hyphens, {@code virustotal}: it names the provider in the API, in
     *     settings, metrics and events, and never changes
     * @param title the provider's own name, {@code VirusTotal}
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /** What asking it reveals. */
    public Exposure exposure() {
        return exposure;
    }

    /** How far its opinions are trusted. */
    public Reliability reliability() {
        return reliability;
    }

    /** Why it has that reliability, in a sentence. */
    public String reliabilityReason() {
        return reliabilityReason;
    }

    /**
     * How many calls its smallest plan allows, in several windows at once; empty when it says nothing. An operator with
     * another plan says so.
     *
     * @since 1.1
     */
    public List<Quota> quotas() {
        return quotas;
    }

    /**
     * The longest one of its answers may be used again; zero when never.
     *
     * @since 1.1
     */
    public Duration freshFor() {
        return freshFor;
    }

    /**
     * Collects a spec; not for several threads.
     *
     * @since 1.0
     */
    public static final class Builder extends ExtensionSpec.Builder<Builder> {
        private Exposure exposure = Exposure.VENDOR;
        private Reliability reliability = Reliability.F;
        private String reliabilityReason = "not judged yet";
        private List<Quota> quotas = List.of();
        private Duration freshFor = Duration.ofDays(1);

        private Builder(String id, String title) {
            super(id, title);
        }

        @Override
        Builder self() {
            return this;
        }

        /** What asking it reveals; {@link Exposure#VENDOR} unless said. */
        public Builder exposure(Exposure revealed) {
            exposure = requireNonNull(revealed, "exposure");
            return this;
        }

        /** How far its opinions are trusted, and why; {@link Reliability#F}, no weight, unless said. */
        public Builder reliability(Reliability judged, String reason) {
            reliability = requireNonNull(judged, "reliability");
            reliabilityReason = requireNonNull(reason, "reason");
            return this;
        }

        /**
         * How many calls the provider's smallest plan allows; no limit unless said.
         *
         * @since 1.1
         */
        public Builder quotas(Quota... windows) {
            quotas = List.of(windows);
            return this;
        }

        /**
         * The longest an answer may be used again, zero for never; a day unless said. The hub keeps most answers for
         * less.
         *
         * @throws IllegalArgumentException when it is negative
         * @since 1.1
         */
        public Builder freshFor(Duration longest) {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("an answer can't be fresh for a negative time: " + longest);
            }
            freshFor = longest;
            return this;
        }

        /**
         * The spec.
         *
         * @throws IllegalArgumentException when the id or a host is malformed or no type is given; the message says which
         */
        public ProviderSpec build() {
            validate();
            return new ProviderSpec(this);
        }
    }
}
