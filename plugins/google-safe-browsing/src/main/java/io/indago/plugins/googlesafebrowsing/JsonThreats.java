package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code {"matches": [{"threatType": …, "threat": {"url": …}}]}} of version 4 and {@code {"threats": [{"url": …,
 * "threatTypes": […]}]}} of version 5. In both there is no such member where nothing is listed.
 */
final class JsonThreats {
    private JsonThreats() {}

    /** @throws ProviderException when it is an error, or neither */
    static List<Threat> of(HttpReply reply) {
        JsonView body = reply.json();
        if (body.at("/error").exists()) {
            throw GoogleError.of(reply);
        }
        if (body.kind() != JsonView.Kind.OBJECT || !isList(body.at("/matches")) || !isList(body.at("/threats"))) {
            throw ProviderException.of(
                    ErrorKind.BAD_REPLY, "Google's reply is no object with an array at /matches or /threats");
        }
        return Stream.concat(
                        body.at("/matches").items().stream().map(JsonThreats::match),
                        body.at("/threats").items().stream().flatMap(JsonThreats::threats))
                .toList();
    }

    private static boolean isList(JsonView view) {
        return switch (view.kind()) {
            case ARRAY, NULL, MISSING -> true;
            default -> false;
        };
    }

    private static Threat match(JsonView match) {
        Stream<String> platform = match.at("/platformType").text().stream()
                .filter(name -> !name.equals("ANY_PLATFORM"))
                .map(name -> "platform " + name);
        Stream<String> metadata = match.at("/threatEntryMetadata/entries").items().stream()
                .map(entry -> (decoded(entry.at("/key")) + " " + decoded(entry.at("/value"))).strip());
        return new Threat(
                match.textAt("/threat/url", ""),
                match.textAt("/threatType", ThreatType.UNSPECIFIED),
                Stream.concat(platform, metadata).toList());
    }

    private static Stream<Threat> threats(JsonView threat) {
        String url = threat.textAt("/url", "");
        List<String> types = threat.at("/threatTypes").items().stream()
                .flatMap(type -> type.text().stream())
                .toList();
        return types.isEmpty()
                ? Stream.of(Threat.of(url, ThreatType.UNSPECIFIED))
                : types.stream().map(type -> Threat.of(url, type));
    }

    /** Base64; as it is where it is none. */
    private static String decoded(JsonView text) {
        String encoded = text.text().orElse("");
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }
}
