package io.indago.plugins.opencti;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.JsonView;
import io.indago.spi.PluginConfig;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import io.indago.spi.StepFunction;
import java.net.URI;
import java.util.Map;

/** An OpenCTI instance, and a token of one of its users. */
final class OpenCtiServer {
    static final Setting URL = Setting.url("url", "Where your OpenCTI answers: https://opencti.example.org")
            .required();
    static final Setting TOKEN = Setting.secret("token", "API token of an OpenCTI user made for it, from its profile")
            .required();
    static final Setting LABEL_PREFIX = Setting.text(
                    "label-prefix", "How the labels opencti-push sets begin, by which its scores are told from others")
            .defaultsTo("indago");

    private static final String WHO_AM_I = "query IndagoHealth { me { name } about { version } }";

    private final String url;
    private final Secret token;

    private OpenCtiServer(String url, Secret token) {
        this.url = requireNonNull(url, "url");
        this.token = requireNonNull(token, "token");
    }

    static OpenCtiServer of(PluginConfig config) {
        Secret token = config.secret(TOKEN.name());
        return new OpenCtiServer(config.url(URL.name()).toString(), token);
    }

    /** @throws IllegalArgumentException when labels should not begin so */
    static String labelPrefix(PluginConfig config) {
        String prefix = config.text(LABEL_PREFIX.name());
        if (!prefix.matches("[a-z0-9-]{2,40}")) {
            throw new IllegalArgumentException(
                    LABEL_PREFIX.name() + " must be 2 to 40 lower-case letters, digits and hyphens");
        }
        return prefix;
    }

    /** Asks or tells it that, and goes on with the {@code data} of the reply. */
    <T> Step<T> ask(String operation, Map<String, ?> variables, StepFunction<JsonView, T> next) {
        HttpCall call = HttpCall.post(url, "graphql")
                .header("Authorization", "Bearer ", token)
                .header("Accept", "application/json")
                .json(Map.of("query", operation, "variables", variables))
                // So it calls an operation that it can't understand
                .seeing(400);
        return Step.call(call, reply -> next.apply(GraphQl.data(reply)));
    }

    /** Whose token it is: free, and no token is none's. */
    Step<Health> health() {
        return ask(
                WHO_AM_I,
                Map.of(),
                data -> Step.done(
                        data.at("/me/name").text().isPresent()
                                ? Health.up()
                                : Health.down("what answers there tells of no OpenCTI user")));
    }

    /** Where people see an observable. */
    URI observable(String id) {
        return HttpCall.get(url, "dashboard", "observations", "observables", id).uri();
    }
}
