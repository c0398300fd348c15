package io.indago.plugins.misp;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.PluginConfig;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import java.net.URI;
import java.util.Map;

/** A MISP instance, and a key of one of its users. */
final class MispServer {
    static final Setting URL = Setting.url("url", "Where your MISP answers: https://misp.example.org")
            .required();
    static final Setting API_KEY = Setting.secret(
                    "api-key", "Key of a MISP user made for it, from Administration → List Auth Keys")
            .required();
    static final Setting TAG_PREFIX = Setting.text(
                    "tag-prefix", "Namespace of the tags misp-push sets, by which its events are told from others")
            .defaultsTo("indago");

    private final String url;
    private final Secret key;

    private MispServer(String url, Secret key) {
        this.url = requireNonNull(url, "url");
        this.key = requireNonNull(key, "key");
    }

    static MispServer of(PluginConfig config) {
        return new MispServer(config.url(URL.name()).toString(), config.secret(API_KEY.name()));
    }

    /** @throws IllegalArgumentException when it could not be the namespace of a tag */
    static String tagPrefix(PluginConfig config) {
        String prefix = config.text(TAG_PREFIX.name());
        if (!prefix.matches("[a-z0-9-]{2,40}")) {
            throw new IllegalArgumentException(
                    TAG_PREFIX.name() + " must be 2 to 40 lower-case letters, digits and hyphens");
        }
        return prefix;
    }

    String url() {
        return url;
    }

    HttpCall get(String... path) {
        return prepared(HttpCall.get(url, path));
    }

    HttpCall post(Map<String, ?> body, String... path) {
        return prepared(HttpCall.post(url, path).json(body));
    }

    /** The key stands there alone, without a scheme. */
    private HttpCall prepared(HttpCall call) {
        return call.header("Authorization", key).header("Accept", "application/json");
    }

    /** Where people see an event. */
    URI event(String id) {
        return URI.create(url + "/events/view/" + id);
    }
}
