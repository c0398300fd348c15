package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider is, takes, needs and reveals. From it the hub validates configuration, plans lookups, refuses what
 * must not leave, and writes documentation.
 *
 * @since 1.0
 */
public final class ProviderSpec {
    private final String id;
    private final String title;
    private final Optional<URI> homepage;
    private final Set<IndicatorType> types;
    private final Set<String> hosts;
    private final ConfigSpec config;
    private final Exposure exposure;
    private final Tlp maxTlp;
    private final boolean internal;
    private final boolean unmanaged;
    private final Reliability reliability;
    private final String reliabilityReason;

    private ProviderSpec(Builder builder) {
        id = builder.id;
        title = builder.title;
        homepage = builder.homepage;
        types = Collections.unmodifiableSet(EnumSet.copyOf(builder.types));
        hosts = Collections.unmodifiableSet(new LinkedHashSet<>(builder.hosts));
        config = builder.config;
        exposure = builder.exposure;
        maxTlp = builder.maxTlp;
        internal = builder.internal;
        unmanaged = builder.unmanaged;
        reliability = builder.reliability;
        reliabilityReason = builder.reliabilityReason;
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

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Where people read about the provider; empty when nowhere. */
    public Optional<URI> homepage() {
        return homepage;
    }

    /** The types it is asked about; never empty. */
    public Set<IndicatorType> types() {
        return types;
    }

    /** The only hosts its calls may go to, in lower case; empty when it makes none. */
    public Set<String> hosts() {
        return hosts;
    }

    public ConfigSpec config() {
        return config;
    }

    /** What asking it reveals. */
    public Exposure exposure() {
        return exposure;
    }

    /** The strictest TLP under which it may be asked. */
    public Tlp maxTlp() {
        return maxTlp;
    }

    /** Whether it is inside the organisation, so that reserved addresses and own names may be asked of it. */
    public boolean isInternal() {
        return internal;
    }

    /** Whether it does more than describe calls: a vendor's SDK, a local file. */
    public boolean isUnmanaged() {
        return unmanaged;
    }

    public Reliability reliability() {
        return reliability;
    }

    /** Why it has that reliability, in a sentence. */
    public String reliabilityReason() {
        return reliabilityReason;
    }

    @Override
    public String toString() {
        return "ProviderSpec[" + id + "]";
    }

    /**
     * Collects a spec; not for several threads.
     *
     * @since 1.0
     */
    public static final class Builder {
        private final String id;
        private final String title;
        private Optional<URI> homepage = Optional.empty();
        private Set<IndicatorType> types = Set.of();
        private Set<String> hosts = Set.of();
        private ConfigSpec config = ConfigSpec.none();
        private Exposure exposure = Exposure.VENDOR;
        private Tlp maxTlp = Tlp.AMBER;
        private boolean internal;
        private boolean unmanaged;
        private Reliability reliability = Reliability.F;
        private String reliabilityReason = "not judged yet";

        private Builder(String id, String title) {
            this.id = requireNonNull(id, "id");
            this.title = requireNonNull(title, "title");
        }

        public Builder homepage(String uri) {
            homepage = Optional.of(URI.create(uri));
            return this;
        }

        /** The types it is asked about: at least one. */
        public Builder types(IndicatorType... accepted) {
            types = new LinkedHashSet<>(List.of(accepted));
            return this;
        }

        /** The only hosts its calls may go to, in lower case, without scheme or port. */
        public Builder hosts(String... declared) {
            hosts = new LinkedHashSet<>(List.of(declared));
            return this;
        }

        public Builder config(Setting... settings) {
            config = ConfigSpec.of(settings);
            return this;
        }

        /** What asking it reveals; {@link Exposure#VENDOR} unless said. */
        public Builder exposure(Exposure revealed) {
            exposure = requireNonNull(revealed, "exposure");
            return this;
        }

        /** The strictest TLP under which it may be asked; {@link Tlp#AMBER} unless said. */
        public Builder maxTlp(Tlp strictest) {
            maxTlp = requireNonNull(strictest, "maxTlp");
            return this;
        }

        /** It is inside the organisation: reserved addresses and own names may be asked of it. */
        public Builder internal() {
            internal = true;
            return this;
        }

        /** It does more than describe calls, and may use {@link Step#await}. */
        public Builder unmanaged() {
            unmanaged = true;
            return this;
        }

        /** How far its opinions are trusted, and why; {@link Reliability#F}, no weight, unless said. */
        public Builder reliability(Reliability judged, String reason) {
            reliability = requireNonNull(judged, "reliability");
            reliabilityReason = requireNonNull(reason, "reason");
            return this;
        }

        /**
         * The spec.
         *
         * @throws IllegalArgumentException when the id is malformed or no type is given; the message says which
         */
        public ProviderSpec build() {
            if (id.isEmpty() || id.length() > 40 || !id.chars().allMatch(Builder::isIdCharacter)) {
                throw new IllegalArgumentException(
                        "provider id '" + id + "': expected up to 40 lower-case letters, digits and hyphens");
            }
            if (types.isEmpty()) {
                throw new IllegalArgumentException("provider '" + id + "' accepts no indicator type");
            }
            return new ProviderSpec(this);
        }

        private static boolean isIdCharacter(int c) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
    }
}
