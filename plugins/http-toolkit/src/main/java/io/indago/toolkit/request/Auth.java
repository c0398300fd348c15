package io.indago.toolkit.request;

import io.indago.spi.HttpCall;
import io.indago.spi.PluginConfig;
import io.indago.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * How a call says who asks.
 *
 * @param name the header's, parameter's or field's; blank where the kind has none
 * @param prefix before the secret in a header
 * @param secret the setting's name
 * @param user the setting with the user's name; blank unless basic
 */
public record Auth(Kind kind, String name, String prefix, String secret, String user) {

    /** Where the secret goes. */
    public enum Kind {
        HEADER,
        BEARER,
        BASIC,
        QUERY,
        FORM
    }

    /** As it is where the operator gives no secret. */
    HttpCall applied(HttpCall call, PluginConfig config) {
        Optional<Secret> given = config.optionalSecret(secret);
        if (given.isEmpty()) {
            return call;
        }
        Secret key = given.get();
        return switch (kind) {
            case HEADER -> call.header(name, prefix, key);
            case BEARER -> call.header("Authorization", "Bearer ", key);
            case BASIC -> call.header("Authorization", derived(key, "Basic " + credentials(key, config)));
            case QUERY -> call.query(name, key);
            case FORM -> call;
        };
    }

    /** Into the fields of a form, which has no place for a {@link Secret}. */
    void addTo(Map<String, String> form, PluginConfig config) {
        if (kind == Kind.FORM) {
            config.optionalSecret(secret).ifPresent(key -> form.put(name, key.reveal()));
        }
    }

    private String credentials(Secret key, PluginConfig config) {
        String pair = config.optionalText(user).orElse("") + ":" + key.reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Secret derived(Secret key, String value) {
        return Secret.of(key.name(), value);
    }
}
