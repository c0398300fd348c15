package io.indago.plugins.intelx;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderException;
import io.indago.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calls there are, and what their replies mean before anything was found. */
final class IntelxApi {
    /** The newest, as many as a search shows at once. */
    static final int MOST_RECORDS = 100;

    private static final int NEWEST_FIRST = 4;
    /** In seconds; it ends by itself when nobody asks for its results any more. */
    private static final int LONGEST_SEARCH = 20;

    private static final int UNAUTHORISED = 401;
    private static final int NO_CREDITS = 402;

    private static final int STARTED = 0;
    private static final int INVALID_TERM = 1;
    private static final int TOO_MANY_SEARCHES = 2;

    private final String host;
    private final Secret apiKey;

    IntelxApi(String host, Secret apiKey) {
        this.host = requireNonNull(host, "host");
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    HttpCall search(String term) {
        Map<String, Object> search = new TreeMap<>(Map.of(
                "term",
                term,
                "buckets",
                List.of(),
                "lookuplevel",
                0,
                "maxresults",
                MOST_RECORDS,
                "timeout",
                LONGEST_SEARCH,
                "datefrom",
                "",
                "dateto",
                "",
                "sort",
                NEWEST_FIRST,
                "media",
                0,
                "terminate",
                List.of()));
        return withKey(HttpCall.post(base(), "intelligent", "search").json(search));
    }

    /** What was found since that was asked last. */
    HttpCall results(String id) {
        return withKey(HttpCall.get(base(), "intelligent", "search", "result")
                .query("id", id)
                .query("limit", Integer.toString(MOST_RECORDS))
                .query("offset", "-1"));
    }

    HttpCall account() {
        return withKey(HttpCall.get(base(), "authenticate", "info"));
    }

    private String base() {
        return "https://" + host;
    }

    private HttpCall withKey(HttpCall call) {
        return call.header("x-key", apiKey).seeing(UNAUTHORISED, NO_CREDITS);
    }

    /** @throws ProviderException when it is a refusal */
    JsonView body(HttpReply reply) {
        return switch (reply.status()) {
            case UNAUTHORISED ->
                throw ProviderException.of(
                        ErrorKind.UNAUTHORIZED,
                        "Intelligence X refuses the api-key at " + host + ": is it one for the other host?");
            case NO_CREDITS -> throw ProviderException.of(ErrorKind.QUOTA, "the api-key's credits for today are spent");
            default -> reply.json();
        };
    }

    /** @throws ProviderException when the search was not started */
    static String started(JsonView body) {
        int status = (int) body.integerAt("/status", -1);
        return switch (status) {
            case STARTED ->
                body.at("/id")
                        .text()
                        .filter(id -> !id.isBlank())
                        .orElseThrow(() -> unreadable("its reply to a search has no text at /id"));
            case INVALID_TERM ->
                throw ProviderException.of(ErrorKind.INVALID_INPUT, "Intelligence X does not search for such a term");
            case TOO_MANY_SEARCHES ->
                throw ProviderException.quota(
                        "too many searches of the api-key are going on", Duration.ofSeconds(LONGEST_SEARCH));
            default -> throw unreadable("its reply to a search has no status of 0 to 2 at /status");
        };
    }

    static ProviderException unreadable(String problem) {
        return ProviderException.of(ErrorKind.BAD_REPLY, "Intelligence X: " + problem);
    }
}
