package io.indago.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A provider's settings as the operator gave them, or their defaults. Validated: a required setting has a value, and
 * every value is of its type. Asking for a setting that wasn't declared, or as another type, is a mistake of the plugin
 * and throws {@link IllegalArgumentException}.
 *
 * @since 1.0
 */
public interface PluginConfig {

    /** The value of a text setting that is required or has a default. */
    String text(String name);

    /** The value of a text setting; empty when it is neither given nor has a default. */
    Optional<String> optionalText(String name);

    /** A required secret. */
    Secret secret(String name);

    /** A secret that need not be given. */
    Optional<Secret> optionalSecret(String name);

    /** The value of an integer setting that is required or has a default. */
    long integer(String name);

    /** The value of a flag; false when it is neither given nor has a default. */
    boolean flag(String name);

    /** The value of a duration setting that is required or has a default. */
    Duration duration(String name);

    /**
     * The value of an address setting that is required or has a default: absolute, http or https, without credentials,
     * query and fragment, its host in lower case and no slash at its end.
     *
     * @since 1.1
     */
    default URI url(String name) {
        return URI.create(text(name));
    }
}
