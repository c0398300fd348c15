package io.indago.plugins.virustotal;

import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import java.util.Map;

/** VirusTotal's error codes, see <a href="https://docs.virustotal.com/reference/errors">Errors</a>. */
final class VirusTotalError {
    static final String NOT_FOUND = "NotFoundError";

    private static final Map<String, ErrorKind> KINDS = Map.of(
            "BadRequestError", ErrorKind.INVALID_INPUT,
            "InvalidArgumentError", ErrorKind.INVALID_INPUT,
            "AuthenticationRequiredError", ErrorKind.UNAUTHORIZED,
            "WrongCredentialsError", ErrorKind.UNAUTHORIZED,
            "UserNotActiveError", ErrorKind.UNAUTHORIZED,
            "ForbiddenError", ErrorKind.UNAUTHORIZED,
            "QuotaExceededError", ErrorKind.QUOTA,
            "TooManyRequestsError", ErrorKind.QUOTA,
            "TransientError", ErrorKind.UNAVAILABLE,
            "DeadlineExceededError", ErrorKind.UNAVAILABLE);

    private VirusTotalError() {}

    static ProviderException of(String code) {
        ErrorKind kind = KINDS.get(code);
        // Neither an unknown code nor the error's message is repeated: they could echo the key
        return kind == null
                ? ProviderException.of(ErrorKind.BAD_REPLY, "VirusTotal answers with an error it doesn't document")
                : ProviderException.of(kind, "VirusTotal answers " + code);
    }
}
