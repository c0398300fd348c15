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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A provider stalls, has few connections, and a quota whose windows are over before it goes on. */
class StallTest {
    private static final int LIMIT = 5;
    private static final int CONNECTIONS = 3;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ProviderGuards guards = new ProviderGuards(Clock.systemUTC());
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeAll
    static void start() {
        CAMEL.start();
    }

    @AfterAll
    static void close() throws IOException {
        CAMEL.close();
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    @Test
    void whoWaitedForAConnectionCountsInTheWindowHeLeavesIn() throws IOException {
        guards.protect("alpha", false, "", List.of(Quota.of(LIMIT, WINDOW)));
        try (StallingProvider provider = new StallingProvider();
                CamelHttpPort port = new CamelHttpPort(CAMEL, threads, CONNECTIONS, Clock.systemUTC())) {
            GuardedHttp http = new GuardedHttp(port, guards, timer, Clock.systemUTC());
            Instant goesOn = Instant.now().plus(WINDOW.multipliedBy(6));
            List<CompletableFuture<HttpReply>> replies = IntStream.range(0, 4 * LIMIT)
                    .mapToObj(
                            i -> http.send("alpha", provider.call(String.valueOf(i)), limits(new CompletableFuture<>()))
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
        }
    }

    @Test
    void whoIsCalledOffWhileHeWaitsForAConnectionCostsNothing() throws IOException {
        guards.protect("alpha", false, "", List.of(Quota.of(LIMIT, Duration.ofHours(1))));
        try (StallingProvider provider = new StallingProvider();
                CamelHttpPort port = new CamelHttpPort(CAMEL, threads, 1, Clock.systemUTC())) {
            GuardedHttp http = new GuardedHttp(port, guards, timer, Clock.systemUTC());
            CompletableFuture<Void> over = new CompletableFuture<>();
            http.send("alpha", provider.call("stalls"), limits(new CompletableFuture<>()));
            CompletableFuture<HttpReply> waits =
                    http.send("alpha", provider.call("waits"), limits(over)).toCompletableFuture();
            Awaitility.await().until(() -> port.connections("alpha").waiting() == 1);
            over.complete(null);

            assertThat(waits).failsWithin(DEADLINE);
            assertThat(guards.of("alpha").quotas())
                    .extracting(QuotaMeter.Left::held)
                    .containsExactly(LIMIT - 1L);
        }
    }

    private CallLimits limits(CompletionStage<?> over) {
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
                return over;
            }
        };
    }
}
