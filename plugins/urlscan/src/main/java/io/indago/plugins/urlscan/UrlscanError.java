package io.indago.plugins.urlscan;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;

/** What {@code {"message": …, "description": …, "status": 429}} is, should it come with another status than its own. */
final class UrlscanError {
    private UrlscanError() {}

    /** @param problem what is wrong with the reply if it is no error */
    static ProviderException of(String problem, JsonView body) {
        int status = (int) body.integerAt("/status", 0);
        return switch (status) {
            case 401, 403 -> ProviderException.of(ErrorKind.UNAUTHORIZED, "urlscan.io refuses the api-key");
            case 429 -> ProviderException.of(ErrorKind.QUOTA, "urlscan.io's rate limit is spent");
            default -> ProviderException.of(ErrorKind.BAD_REPLY, "urlscan.io: " + problem);
        };
    }
}
