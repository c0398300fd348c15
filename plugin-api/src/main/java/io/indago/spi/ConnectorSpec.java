package io.indago.spi;

/**
 * What a connector is, takes and needs. From it the hub validates configuration, decides which enrichments it is told,
 * and writes documentation.
 *
 * @since 1.1
 */
public final class ConnectorSpec extends ExtensionSpec {

    private ConnectorSpec(Builder builder) {
        super(builder);
    }

    /**
     * Starts a spec.
     *
     * @param id lower-case letters, digits and hyphens, {@code misp}: it names the connector in the API, in settings,
     *     metrics and events, never changes, and differs from every provider's
     * @param title the platform's own name, {@code MISP}
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /**
     * Collects a spec; not for several threads.
     *
     * @since 1.1
     */
    public static final class Builder extends ExtensionSpec.Builder<Builder> {
        private Builder(String id, String title) {
            super(id, title);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * The spec.
         *
         * @throws IllegalArgumentException when the id or a host is malformed or no type is given; the message says which
         */
        public ConnectorSpec build() {
            validate();
            return new ConnectorSpec(this);
        }
    }
}
