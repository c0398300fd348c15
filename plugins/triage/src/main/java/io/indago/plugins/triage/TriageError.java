package io.indago.plugins.triage;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Map;

/** What {@code {"error": "UNAUTHORIZED", "message": …}} is, should it come with another status than its own. */
final class TriageError {
    private static final Map<String, ErrorKind> KINDS = Map.of(
            "UNAUTHORIZED", ErrorKind.UNAUTHORIZED,
            "FORBIDDEN", ErrorKind.UNAUTHORIZED,
            "RATE_LIMIT", ErrorKind.QUOTA,
            "TOO_MANY_REQUESTS", ErrorKind.QUOTA,
            "INVALID_QUERY", ErrorKind.INVALID_INPUT);

    private TriageError() {}

    /** @param problem what is wrong with the reply if it is no error */
    static ProviderException of(String problem, JsonView body) {
        String error = body.textAt("/error", "");
        ErrorKind kind = KINDS.get(error);
        return kind == null
                ? ProviderException.of(ErrorKind.BAD_REPLY, "Triage: " + problem)
                : ProviderException.of(kind, "Triage answers " + error);
    }
}
