package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must come of replies that are no answer. */
abstract sealed class ReplyClauses extends StartClauses permits ConductClauses {
    private static final int LIMIT = 8 * 1024 * 1024;
    private static final List<String> OTHER_SHAPES =
            List.of("{}", "[]", "[[]]", "[{}]", "null", "0", "true", "\"a\"", "{\"data\":", "\uFFFD\n\n,;\t");

    @Test
    protected void saysUnauthorisedWhenTheCredentialIsRefused() {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            assertStatus(Status.UNAUTHORISED, answered(trial, Reply.status(401)));
            assertStatus(Status.UNAUTHORISED, answered(trial, Reply.status(403)));
        }
    }

    @Test
    protected void saysWhenARateLimitEnds() {
        assumeCan(Capability.CALLS);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(2));
        try (Trial trial = trial()) {
            assertThat(endOfLimit(trial, "7")).as("Retry-After: 7").contains(Duration.ofSeconds(7));
            assertThat(endOfLimit(trial, date))
                    .as("Retry-After: %s, a date in two hours", date)
                    .hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofHours(1), Duration.ofHours(2)));
            assertStatus(Status.RATE_LIMITED, answered(trial, Reply.status(429)));
        }
    }

    private Optional<Duration> endOfLimit(Trial trial, String retryAfter) {
        Ended ended = answered(trial, Reply.of(429, Map.of("Retry-After", retryAfter), ""));
        assertStatus(Status.RATE_LIMITED, ended);
        return ended.outcome().flatMap(Outcome::retryAfter);
    }

    @Test
    protected void saysUnavailableWhenTheOtherSideIsDown() {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            assertError(ErrorCause.UNAVAILABLE, answered(trial, Reply.status(500)));
            trial.port().unreachable();
            assertError(ErrorCause.UNAVAILABLE, work(trial));
        }
    }

    @Test
    protected void followsNoRedirect() {
        assertError(
                ErrorCause.BAD_REPLY, answered(Reply.of(302, Map.of("Location", "https://elsewhere.example/"), "")));
    }

    @Test
    protected void saysBadReplyToGarbage() {
        assertError(ErrorCause.BAD_REPLY, answered(Reply.of(200, Map.of("Content-Type", "text/html"), "<html>Hi!")));
    }

    /** A provider changes its replies when it likes, and tells nobody. */
    @Test
    protected void copesWithRepliesOfAnotherShape() {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            for (String body : OTHER_SHAPES) {
                assertNoSurprise("the reply " + body, answered(trial, Reply.json(body)));
            }
        }
    }

    @Test
    protected void takesNothingForAnAnswerThatIsNone() {
        Ended ended = answered(Reply.of(200, Map.of(), ""));

        assertThat(ended)
                .as("an empty body is a bad reply, or no data where that is meant")
                .matches(it -> it.is(Status.NO_DATA) || it.is(ErrorCause.BAD_REPLY));
    }

    @Test
    protected void copesWithALongReply() {
        assumeCan(Capability.CALLS);
        try (Trial trial = trial()) {
            Ended ended = answered(trial, Reply.json("{\"a\":[" + "0,".repeat(LIMIT / 8) + "0]}"));
            assertThat(ended.is(Status.TIMEOUT))
                    .as("a reply of 2 MB is read within %s; it ended %s", patience(), ended)
                    .isFalse();
            assertError(ErrorCause.TOO_LARGE, answered(trial, Reply.json("[" + " ".repeat(LIMIT) + "]")));
        }
    }
}
