package io.indago.plugins.abusech;

import io.indago.spi.ErrorKind;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the {@code query_status} of an answer means.
 *
 * @param title of the service that answers
 */
record QueryStatus(String title) {
    private static final Set<String> MISSES = Set.of("hash_not_found", "no_result", "no_results");
    private static final Set<String> REFUSALS = Set.of("no_api_key", "unknown_auth_key", "user_blacklisted");
    /** {@code illegal_hash}, {@code invalid_url}, {@code no_hash_provided}: nothing but these words is ever repeated. */
    private static final Pattern MISTAKE =
            Pattern.compile("(illegal|invalid)_[a-z0-9_]{1,20}|no_[a-z0-9_]{1,20}_provided|http_post_expected");

    /**
     * Whether it is an answer with something in it, rather than a miss.
     *
     * @throws ProviderException when it is an error, or no answer
     */
    boolean isOk(JsonView answer) {
        String status = answer.textAt("/query_status", "");
        if (status.equals("ok")) {
            return true;
        }
        if (MISSES.contains(status)) {
            return false;
        }
        if (REFUSALS.contains(status)) {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, title + " answers " + status);
        }
        // An unknown status isn't repeated: it could echo the key
        throw MISTAKE.matcher(status).matches()
                ? ProviderException.of(ErrorKind.INVALID_INPUT, title + " answers " + status)
                : ProviderException.of(ErrorKind.BAD_REPLY, title + "'s reply has no query_status that it documents");
    }

    String ofAMiss() {
        return title + " does not know it";
    }
}
