package io.indago.host;

import io.indago.spi.HttpCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it may be shown: as it would be sent, but for each secret the name of its setting, {@code ‹api-key›}.
 *
 * @param uri where it would really go, which may be the sandbox
 * @param headers those the plugin gave, in its order
 * @param contentType the body's media type; present exactly when there is a body
 */
public record ShownCall(
        String method,
        String uri,
        List<Map.Entry<String, String>> headers,
        Optional<String> contentType,
        Optional<String> body) {

    public ShownCall {
        headers = List.copyOf(headers);
    }

    static ShownCall of(HttpCall call, Redactor redactor) {
        return new ShownCall(
                call.method(),
                redactor.name(call.uri(secret -> Redactor.placeholder(secret.name()))),
                call.headers(secret -> Redactor.placeholder(secret.name())).stream()
                        .map(header -> Map.entry(header.getKey(), redactor.name(header.getValue())))
                        .toList(),
                call.contentType(),
                call.body().map(redactor::name));
    }
}
