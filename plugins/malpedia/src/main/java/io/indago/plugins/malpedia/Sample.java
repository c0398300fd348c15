package io.indago.plugins.malpedia;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in the collection: {@code {"md5": …, "sha256": …, "status": "unpacked", "family": "win.example", "version": ""}}.
 *
 * @param family Malpedia's id of it
 */
record Sample(JsonView view, String family) {
    private static final Pattern FAMILY = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    /**
     * Empty when there is none of that hash.
     *
     * @throws ProviderException when it is neither a sample nor a miss
     */
    static Optional<Sample> of(JsonView body) {
        String detail = body.textAt("/detail", "");
        if (detail.equals("Not found.") || detail.startsWith("No Sample matches")) {
            return Optional.empty();
        }
        if (isRefusal(body)) {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, "Malpedia refused the api-key");
        }
        return Optional.of(body.at("/family")
                .text()
                .filter(FAMILY.asMatchPredicate())
                .map(family -> new Sample(body, family))
                .orElseThrow(() ->
                        ProviderException.of(ErrorKind.BAD_REPLY, "Malpedia's reply has no family's id at /family")));
    }

    /** {@code {"detail": "Invalid token."}}. */
    static boolean isRefusal(JsonView body) {
        return body.textAt("/detail", "").startsWith("Invalid token");
    }
}
