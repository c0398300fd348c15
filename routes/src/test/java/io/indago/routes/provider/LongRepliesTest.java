package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.CallLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LongRepliesTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final LongReplies replies = new LongReplies(1);

    @Test
    void letsOneWaitUntilTheOthersLookupIsOver() throws InterruptedException {
        CompletableFuture<String> first = new CompletableFuture<>();
        assertThat(replies.enter(limits(first, 10_000), CLOCK)).isTrue();
        assertThat(replies.enter(limits(new CompletableFuture<>(), 50), CLOCK)).isFalse();

        first.complete("over");
        CompletableFuture<String> second = new CompletableFuture<>();
        assertThat(replies.enter(limits(second, 10_000), CLOCK)).isTrue();
        assertThat(replies.enter(limits(new CompletableFuture<>(), 0), CLOCK)).isFalse();
    }

    private static CallLimits limits(CompletionStage<?> over, long millis) {
        Instant deadline = Instant.now().plusMillis(millis);
        return new CallLimits() {
            @Override
            public Instant deadline() {
                return deadline;
            }

            @Override
            public long maxBytes() {
                return 1;
            }

            @Override
            public void attempt() {}

            @Override
            public CompletionStage<?> over() {
                return over;
            }
        };
    }
}
