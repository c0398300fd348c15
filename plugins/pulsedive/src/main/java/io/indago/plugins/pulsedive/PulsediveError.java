package io.indago.plugins.pulsedive;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Locale;

/** What {@code {"error": "Indicator not found."}} means; once all of these came with 200. */
final class PulsediveError {
    private PulsediveError() {}

    /** Whether it asks for patience. */
    static boolean isPending(JsonView body) {
        return body.textAt("/status", "").equals("processing") || message(body).contains("still processing");
    }

    static boolean isMiss(JsonView body) {
        return message(body).contains("not found");
    }

    static boolean isIn(JsonView body) {
        return body.at("/error").exists();
    }

    /** The message isn't repeated: it could echo the key. */
    static ProviderException of(JsonView body) {
        String message = message(body);
        if (message.contains("limit")) {
            return ProviderException.of(ErrorKind.QUOTA, "Pulsedive's rate limit is spent");
        }
        return message.contains("key")
                ? ProviderException.of(ErrorKind.UNAUTHORIZED, "Pulsedive refused the api-key")
                : ProviderException.of(ErrorKind.BAD_REPLY, "Pulsedive answers with an error it doesn't document");
    }

    private static String message(JsonView body) {
        return body.textAt("/error", "").toLowerCase(Locale.ROOT);
    }
}
