package io.indago.client;

import java.time.Duration;

/**
 * Asks again when the hub says when, within reason: a few times when it can't answer, and for minutes when a rate limit is
 * spent, which fills by itself. Each time in a row a little later, because others of the same list wait for the same room.
 */
record Patience(Pause pause) {
    private static final int UNAVAILABLE = 503;
    private static final int RATE_LIMITED = 429;
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_FOR_A_LIMIT = Duration.ofMinutes(10);
    private static final int MOST_SECONDS_LATER = 10;

    <T> T ask(Question<T> question) throws ClientException, InterruptedException {
        Duration forLimit = Duration.ZERO;
        int unavailable = 0;
        int limited = 0;
        while (true) {
            try {
                return question.ask();
            } catch (ApiException refusal) {
                Duration wait = refusal.retryAfter()
                        .filter(asked -> asked.compareTo(LONGEST) <= 0)
                        .orElseThrow(() -> refusal);
                if (refusal.problem().status() == UNAVAILABLE && ++unavailable < ATTEMPTS) {
                    pause.of(wait);
                } else if (refusal.problem().status() == RATE_LIMITED && forLimit.compareTo(LONGEST_FOR_A_LIMIT) < 0) {
                    Duration later = wait.plusSeconds(Math.min(limited++, MOST_SECONDS_LATER));
                    forLimit = forLimit.plus(later);
                    pause.of(later);
                } else {
                    throw refusal;
                }
            }
        }
    }

    /** What a hub is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws ClientException, InterruptedException;
    }
}
