package io.indago.plugins.screenshotapi;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why there is no picture: {@code {"error": "ERR_NAME_NOT_RESOLVED"}}, see
 * <a href="https://screenshotapi.net/docs/errors">Errors</a>. A sentence is not repeated, only a code: it could echo the
 * token.
 */
final class ScreenshotError {
    private static final int NO_PICTURES_LEFT = 402;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)+");
    private static final Pattern TOKEN = Pattern.compile("token|api.?key|unauthori[sz]ed");
    private static final Pattern QUOTA = Pattern.compile("quota|limit|exceeded|too many requests|credits");

    private ScreenshotError() {}

    /** Those that come with the page's error, not with the service's; 310 is that the page sends its visitors around. */
    static int[] statuses() {
        return new int[] {310, 400, NO_PICTURES_LEFT, 404, 422};
    }

    static ProviderException of(HttpReply reply) {
        if (reply.status() == NO_PICTURES_LEFT) {
            return ProviderException.of(ErrorKind.QUOTA, "the pictures of the account's plan are spent");
        }
        String said = said(reply.json()).orElse("");
        String words = said.toLowerCase(Locale.ROOT);
        if (TOKEN.matcher(words).find()) {
            return ProviderException.of(ErrorKind.UNAUTHORIZED, "ScreenshotAPI refuses the token");
        }
        if (QUOTA.matcher(words).find()) {
            return ProviderException.of(ErrorKind.QUOTA, "ScreenshotAPI's quota is spent");
        }
        return ProviderException.of(
                ErrorKind.BAD_REPLY,
                "ScreenshotAPI could take no picture" + (CODE.matcher(said).matches() ? ": " + said : ""));
    }

    private static Optional<String> said(JsonView body) {
        return Stream.of("/error", "/error/code", "/error/message", "/message")
                .flatMap(pointer -> body.at(pointer).text().stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
