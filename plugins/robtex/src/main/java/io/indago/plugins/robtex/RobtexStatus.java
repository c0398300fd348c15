package io.indago.plugins.robtex;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;

/** What a reply says of itself: {@code {"status": "ok"}}. */
final class RobtexStatus {
    private RobtexStatus() {}

    /** @throws ProviderException when the reply is no good one */
    static void requireOk(JsonView body) {
        requireAllowed(body);
        if (!body.textAt("/status", "").equals("ok")) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "Robtex's reply does not have the status ok");
        }
    }

    /** @throws ProviderException when it says that there were too many questions, with whatever HTTP status */
    static void requireAllowed(JsonView body) {
        if (body.textAt("/status", "").equals("ratelimited")) {
            throw ProviderException.of(ErrorKind.QUOTA, "Robtex's rate limit is spent");
        }
    }
}
