package io.indago.plugins.torexit;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A list that was fetched.
 *
 * @param at when it was known to be current
 * @param next from when on a newer one is wanted
 * @param tag and {@code modified}: what its server tells it by
 */
record Download(ExitList list, Instant at, Instant next, Optional<String> tag, Optional<String> modified) {
    static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final Duration RETRY = Duration.ofMinutes(1);

    static Download of(HttpReply reply, Instant now) {
        return new Download(
                ExitList.of(reply.lines()), now, now.plus(FRESH), reply.header("etag"), reply.header("last-modified"));
    }

    boolean isFresh(Instant now) {
        return next.isAfter(now);
    }

    /** Whether it may stand in while a newer one can't be had. */
    boolean isUsable(Instant now) {
        return at.isAfter(now.minus(USABLE));
    }

    /** The same, which its server says has not changed. */
    Download confirmed(Instant now) {
        return new Download(list, now, now.plus(FRESH), tag, modified);
    }

    /** The same, while somebody fetches a newer one. */
    Download beingRenewed(Instant now) {
        return new Download(list, at, now.plus(RETRY), tag, modified);
    }

    /** The call, so that it brings nothing where nothing has changed. */
    HttpCall conditional(HttpCall call) {
        HttpCall tagged = tag.map(text -> call.header("if-none-match", text)).orElse(call);
        return modified.map(time -> tagged.header("if-modified-since", time)).orElse(tagged);
    }
}
