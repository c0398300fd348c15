package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a provider and a connector declare alike: who they are, what they take, where their calls go, and what settings
 * they need.
 *
 * @see ProviderSpec
 * @see ConnectorSpec
 * @since 1.0
 */
public abstract sealed class ExtensionSpec permits ProviderSpec, ConnectorSpec {
    private final String id;
    private final String title;
    private final Optional<URI> homepage;
    private final Set<IndicatorType> types;
    private final Set<String> hosts;
    private final ConfigSpec config;
    private final Tlp maxTlp;
    private final boolean internal;
    private final boolean unmanaged;
    private final Optional<String> offByDefault;

    ExtensionSpec(Builder<?> builder) {
        id = builder.id;
        title = builder.title;
        homepage = builder.homepage;
        types = Collections.unmodifiableSet(EnumSet.copyOf(builder.types));
        hosts = Collections.unmodifiableSet(new LinkedHashSet<>(builder.hosts));
        config = builder.config;
        maxTlp = builder.maxTlp;
        internal = builder.internal;
        unmanaged = builder.unmanaged;
        offByDefault = builder.offByDefault;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Where people read about it; empty when nowhere. */
    public Optional<URI> homepage() {
        return homepage;
    }

    /** The types it takes; never empty. */
    public Set<IndicatorType> types() {
        return types;
    }

    /** The only hosts its calls may go to besides those of its {@link Setting#url} settings, in lower case. */
    public Set<String> hosts() {
        return hosts;
    }

    /** Its settings; without any when it needs none. */
    public ConfigSpec config() {
        return config;
    }

    /** The strictest TLP under which it may see an indicator. */
    public Tlp maxTlp() {
        return maxTlp;
    }

    /** Whether it is inside the organisation, so that it may see reserved addresses and own names. */
    public boolean isInternal() {
        return internal;
    }

    /** Whether it does more than describe calls: a vendor's SDK, a local file. */
    public boolean isUnmanaged() {
        return unmanaged;
    }

    /**
     * Why it is off until the operator gives it another {@code mode}; empty when it need not be turned on.
     *
     * @since 1.2
     */
    public Optional<String> offByDefault() {
        return offByDefault;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + id + "]";
    }

    /**
     * Collects a spec; not for several threads.
     *
     * @param <B> the builder itself
     * @since 1.0
     */
    public abstract static sealed class Builder<B extends Builder<B>>
            permits ProviderSpec.Builder, ConnectorSpec.Builder {
        private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
        private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?|\\[[0-9a-f:.]+]");

        private final String id;
        private final String title;
        private Optional<URI> homepage = Optional.empty();
        private Set<IndicatorType> types = Set.of();
        private Set<String> hosts = Set.of();
        private ConfigSpec config = ConfigSpec.none();
        private Tlp maxTlp = Tlp.AMBER;
        private boolean internal;
        private boolean unmanaged;
        private Optional<String> offByDefault = Optional.empty();

        Builder(String id, String title) {
            this.id = requireNonNull(id, "id");
            this.title = requireNonNull(title, "title");
        }

        abstract B self();

        /** Where people read about it. */
        public B homepage(String uri) {
            homepage = Optional.of(URI.create(uri));
            return self();
        }

        /** The types it takes: at least one. */
        public B types(IndicatorType... accepted) {
            types = new LinkedHashSet<>(Arrays.asList(accepted));
            return self();
        }

        /** The only hosts its calls may go to, in lower case, without scheme or port. */
        public B hosts(String... declared) {
            hosts = new LinkedHashSet<>(Arrays.asList(declared));
            return self();
        }

        /** Its settings, in the order in which they are documented. */
        public B config(Setting... settings) {
            config = ConfigSpec.of(settings);
            return self();
        }

        /** The strictest TLP under which it may see an indicator; {@link Tlp#AMBER} unless said. */
        public B maxTlp(Tlp strictest) {
            maxTlp = requireNonNull(strictest, "maxTlp");
            return self();
        }

        /** It is inside the organisation: it may see reserved addresses and own names, and use http and any port. */
        public B internal() {
            internal = true;
            return self();
        }

        /** It does more than describe calls, and may use {@link Step#await}. */
        public B unmanaged() {
            unmanaged = true;
            return self();
        }

        /**
         * It is off until the operator gives it another {@code mode}: what it does can't be taken back, or it may be gone
         * tomorrow.
         *
         * @param reason what the operator should know before, {@code the page's owner sees the visit}
         * @since 1.2
         */
        public B offByDefault(String reason) {
            offByDefault = Optional.of(reason);
            return self();
        }

        final void validate() {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "id '" + id + "': expected up to 40 lower-case letters, digits and hyphens");
            }
            if (types.isEmpty()) {
                throw new IllegalArgumentException("'" + id + "' accepts no indicator type");
            }
            List<String> wrong =
                    hosts.stream().filter(host -> !HOST.matcher(host).matches()).toList();
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("'" + id + "' declares hosts that are none: " + wrong
                        + ": expected names in lower case without scheme, port and path");
            }
        }
    }
}
