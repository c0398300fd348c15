package io.indago.routes.provider;

import io.indago.host.ShownCall;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * A request as a provider would get it, but for its secrets, in whose places are the names of their settings.
 *
 * @param headers by name, in any case; without those every request has: {@code Host}, {@code User-Agent} and the like
 */
public record PlannedRequest(String method, String url, Map<String, String> headers, Optional<String> body) {

    static PlannedRequest of(ShownCall call) {
        // As Camel does when it sends: of what a URI may have it encodes one thing more, the tilde
        String url = UnsafeUriCharactersEncoder.encodeHttpURI(call.uri());
        return new PlannedRequest(call.method(), url, SentHeaders.of(call.headers(), call.contentType()), call.body());
    }
}
