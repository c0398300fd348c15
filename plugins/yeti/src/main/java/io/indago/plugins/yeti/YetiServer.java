package io.indago.plugins.yeti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.PluginConfig;
import io.indago.spi.ProviderException;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A YETI 2 instance, and a key of one of its users. The key is good for a token alone, and the token for the half hour
 * that YETI says nothing about: it is used until it is refused.
 */
final class YetiServer {
    static final Setting URL = Setting.url("url", "Where your YETI answers: https://yeti.example.org")
            .required();
    static final Setting API_KEY = Setting.secret("api-key", "API key of a YETI user made for it, from its profile")
            .required();
    static final Setting TAG_PREFIX = Setting.text(
                    "tag-prefix", "How the tags yeti-push sets begin, by which they are told from others")
            .defaultsTo("indago");

    private final String url;
    private final Secret key;
    private final AtomicReference<Optional<Secret>> token = new AtomicReference<>(Optional.empty());

    private YetiServer(String url, Secret key) {
        this.url = requireNonNull(url, "url");
        this.key = requireNonNull(key, "key");
    }

    static YetiServer of(PluginConfig config) {
        return new YetiServer(config.url(URL.name()).toString(), config.secret(API_KEY.name()));
    }

    /** @throws IllegalArgumentException when tags should not begin so */
    static String tagPrefix(PluginConfig config) {
        String prefix = config.text(TAG_PREFIX.name());
        if (!prefix.matches("[a-z0-9-]{2,40}")) {
            throw new IllegalArgumentException(
                    TAG_PREFIX.name() + " must be 2 to 40 lower-case letters, digits and hyphens");
        }
        return prefix;
    }

    /** What the API has at that path. */
    HttpCall post(Map<String, ?> body, String... path) {
        return HttpCall.post(url + "/api/v2", path).json(body);
    }

    /** Makes the call, logged in. */
    <T> Step<T> ask(HttpCall call, StepFunction<HttpReply, T> next) {
        return token.get()
                .map(known -> Step.<T>call(
                        authorized(call, known).seeing(401),
                        reply -> reply.status() == 401 ? asNew(call, next) : next.apply(reply)))
                .orElseGet(() -> asNew(call, next));
    }

    private <T> Step<T> asNew(HttpCall call, StepFunction<HttpReply, T> next) {
        return logIn(fresh -> Step.call(authorized(call, fresh), next));
    }

    private static HttpCall authorized(HttpCall call, Secret token) {
        return call.header("Authorization", "Bearer ", token).header("Accept", "application/json");
    }

    /** Gets a token for the key, free, which proves the key. */
    <T> Step<T> logIn(StepFunction<Secret, T> next) {
        HttpCall call = post(Map.of(), "auth", "api-token").header("x-yeti-apikey", key);
        return Step.call(call, reply -> {
            Secret fresh = reply.json()
                    .at("/access_token")
                    .text()
                    .filter(text -> !text.isBlank())
                    .map(text -> Secret.of(API_KEY.name(), text))
                    .orElseThrow(() -> ProviderException.of(
                            ErrorKind.BAD_REPLY, "YETI's reply to a log-in has no text at /access_token"));
            token.set(Optional.of(fresh));
            return next.apply(fresh);
        });
    }

    /** The search of YETI 1, which takes the key itself. */
    HttpCall searchOfVersion1(Map<String, ?> body) {
        // The empty segment keeps the slash at the end, without which the answer is a redirect
        return HttpCall.post(url, "api", "observablesearch", "")
                .header("X-Api-Key", key)
                .header("Accept", "application/json")
                .json(body);
    }

    /** Where people see an observable. */
    URI observable(String id) {
        return HttpCall.get(url, "observables", id).uri();
    }
}
