package io.indago.plugins.xforce;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reply amounts to before it is read: {@code {"error": "Not found."}} comes with 404, and 402 and 403 may tell of a
 * spent quota as well as of a refused key.
 *
 * @param body empty when X-Force does not know the indicator
 */
record XForceAnswer(Optional<JsonView> body) {
    /** Besides 200. */
    static final int[] STATUSES = {402, 403, 404};

    /** @throws ProviderException when it is neither an answer nor a miss */
    static XForceAnswer of(HttpReply reply) {
        if (reply.status() == 404) {
            return new XForceAnswer(Optional.empty());
        }
        if (reply.status() == 402) {
            throw spent();
        }
        if (reply.status() == 403) {
            throw tellsOfQuota(reply.text())
                    ? spent()
                    : ProviderException.of(
                            ErrorKind.UNAUTHORIZED, "X-Force refuses (403) the key and password, or what they may ask");
        }
        JsonView body = reply.json();
        Optional<String> error = body.at("/error").text();
        return error.map(XForceAnswer::read).orElseGet(() -> new XForceAnswer(Optional.of(body)));
    }

    private static XForceAnswer read(String error) {
        String said = error.toLowerCase(Locale.ROOT);
        if (said.contains("not found")) {
            return new XForceAnswer(Optional.empty());
        }
        if (tellsOfQuota(said)) {
            throw spent();
        }
        if (said.contains("not authorized") || said.contains("unauthorized")) {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, "X-Force refuses the key and password");
        }
        // Not repeated: it could echo what was sent
        throw ProviderException.of(ErrorKind.BAD_REPLY, "X-Force answers with an error it does not document");
    }

    private static boolean tellsOfQuota(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        return said.contains("quota") || said.contains("limit") || said.contains("exceeded");
    }

    private static ProviderException spent() {
        return ProviderException.of(
                ErrorKind.QUOTA, "X-Force's records of this month are spent: wait for the next, or get another plan");
    }
}
