package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.ProviderException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an error is, by the words of <a href="https://cloud.google.com/apis/design/errors">Google's error model</a>, which
 * are the same in JSON and in protobuf. The message is not repeated: it could echo the key.
 */
final class GoogleError {
    private static final Map<String, ErrorKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("API_KEY_INVALID", ErrorKind.UNAUTHORIZED);
        KINDS.put("API key not valid", ErrorKind.UNAUTHORIZED);
        KINDS.put("API key expired", ErrorKind.UNAUTHORIZED);
        KINDS.put("UNAUTHENTICATED", ErrorKind.UNAUTHORIZED);
        KINDS.put("PERMISSION_DENIED", ErrorKind.UNAUTHORIZED);
        KINDS.put("RESOURCE_EXHAUSTED", ErrorKind.QUOTA);
        KINDS.put("UNAVAILABLE", ErrorKind.UNAVAILABLE);
        KINDS.put("INVALID_ARGUMENT", ErrorKind.INVALID_INPUT);
    }

    private GoogleError() {}

    static ProviderException of(HttpReply reply) {
        String text = reply.text();
        return KINDS.entrySet().stream()
                .filter(kind -> text.contains(kind.getKey()))
                .findFirst()
                .map(kind -> ProviderException.of(kind.getValue(), "Google answers " + kind.getKey()))
                .orElseGet(() -> ProviderException.of(
                        ErrorKind.BAD_REPLY,
                        "Google answers " + reply.status() + " with an error it doesn't document"));
    }
}
