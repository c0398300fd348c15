package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.CallLimits;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.spi.HttpReply;
import io.indago.spi.Quota;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A provider stalls, has few connections, and a quota whose windows are over before it goes on. */
class StallTest {
    private static final int LIMIT = 5;
    private static final int CONNECTIONS = 3;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whoWaitedForAConnectionCountsInTheWindowHeLeavesIn() throws IOException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService threads = Executors.newCachedThreadPool();
        ProviderGuards guards = new ProviderGuards(Clock.systemUTC());
        guards.protect("alpha", false, "", List.of(Quota.of(LIMIT, WINDOW)));
        try (DefaultCamelContext camel = new DefaultCamelContext();
                CamelHttpPort port = new CamelHttpPort(camel, threads, CONNECTIONS, Clock.systemUTC());
                StallingProvider provider = new StallingProvider()) {
            camel.start();
            GuardedHttp http = new GuardedHttp(port, guards, timer, Clock.systemUTC());
            Instant goesOn = Instant.now().plus(WINDOW.multipliedBy(6));
            List<CompletableFuture<HttpReply>> replies = IntStream.range(0, 4 * LIMIT)
                    .mapToObj(i -> http.send("alpha", provider.call(String.valueOf(i)), limits())
                            .toCompletableFuture())
                    .toList();
            Awaitility.await().atMost(DEADLINE).until(() -> Instant.now().isAfter(goesOn));
            assertThat(provider.seen()).isEqualTo(CONNECTIONS);
            provider.goOn();

            assertThat(replies).allSatisfy(reply -> assertThat(reply)
                    .succeedsWithin(DEADLINE)
                    .extracting(HttpReply::status)
                    .isEqualTo(200));
            assertThat(provider.seen(WINDOW).values())
                    .as("calls in its windows")
                    .allSatisfy(calls -> assertThat(calls).isLessThanOrEqualTo(LIMIT));
            assertThat(attempts).as("requests that were told of").hasValue(provider.seen());
        } finally {
            timer.shutdownNow();
            threads.shutdownNow();
        }
    }

    private CallLimits limits() {
        Instant deadline = Instant.now().plus(DEADLINE);
        return new CallLimits() {
            @Override
            public Instant deadline() {
                return deadline;
            }

            @Override
            public long maxBytes() {
                return 1_000;
            }

            @Override
            public void attempt() {
                attempts.incrementAndGet();
            }

            @Override
            public CompletionStage<?> over() {
                return new CompletableFuture<>();
            }
        };
    }
}
