package io.indago.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks again when the hub says when, within reason. */
record Patience(Pause pause) {
    private static final Set<Integer> PASSING = Set.of(429, 503);
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    <T> T ask(Question<T> question) throws ClientException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (ApiException refusal) {
                Optional<Duration> wait = wait(refusal);
                if (attempt == ATTEMPTS || wait.isEmpty()) {
                    throw refusal;
                }
                pause.of(wait.get());
            }
        }
    }

    private static Optional<Duration> wait(ApiException refusal) {
        return refusal.retryAfter()
                .filter(wait -> PASSING.contains(refusal.problem().status()))
                .filter(wait -> wait.compareTo(LONGEST) <= 0);
    }

    /** What a hub is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws ClientException, InterruptedException;
    }
}
