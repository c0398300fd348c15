package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub with little room, and who wants all of it. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionIT {
    private static final int ALL = 8;
    private static final int ONE_CALLERS = 3;
    private static final Duration BODY_TIME = Duration.ofSeconds(3);

    private final RunningHub hub;
    private ConfigurableApplicationContext small;

    AdmissionIT(RunningHub hub) {
        this.hub = hub;
    }

    @BeforeAll
    void start() {
        small = hub.start(Map.of(
                "indago.lookup.in-flight",
                ALL,
                "indago.limits.in-flight",
                ONE_CALLERS,
                "indago.limits.body-time",
                BODY_TIME.toMillis() + "ms",
                "indago.auth.password-endpoint",
                "on"));
    }

    @AfterAll
    void stop() {
        small.close();
    }

    @Test
    void leavesRoomForOthersHoweverMuchOneCallerWants() throws Exception {
        String greedy = hub.token("analyst", "tasks");
        String other = hub.token("admin", "tasks");
        assertThat(plan(greedy).statusCode()).isEqualTo(200);
        assertThat(plan(other).statusCode()).isEqualTo(200);
        List<SlowRequest> requests = new ArrayList<>();
        try {
            for (int i = 0; i < ONE_CALLERS; i++) {
                requests.add(SlowRequest.post(RunningHub.port(small), "/api/indicator", greedy));
            }
            await().atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> plan(greedy).statusCode() == 429);
            HttpResponse<String> refused = plan(greedy);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("urn:indago:problem:too-many-at-once");
            for (int i = ONE_CALLERS; i < 2 * ALL; i++) {
                requests.add(SlowRequest.post(RunningHub.port(small), "/api/indicator", greedy));
            }

            await("there is room for another")
                    .atMost(BODY_TIME.dividedBy(2))
                    .until(() -> plan(other).statusCode() == 200);

            List<Integer> statuses = new ArrayList<>();
            for (SlowRequest request : requests) {
                statuses.add(request.status());
            }
            assertThat(statuses.subList(0, ONE_CALLERS)).containsOnly(408);
            // In the crowd it may have been the hub's limit that one met first
            assertThat(statuses.subList(ONE_CALLERS, 2 * ALL)).contains(429).isSubsetOf(429, 503);
        } finally {
            requests.forEach(SlowRequest::close);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> plan(greedy).statusCode() == 200);
    }

    /** Whether the body is read or not: 401 and 404 are told without. */
    @ParameterizedTest
    @CsvSource({
        "/api/indicator, analyst, 408",
        "/api/authenticate, '', 408",
        "/api/indicator, '', 401",
        "/api/nothing, analyst, 404"
    })
    void waitsForNobodyWhoSendsByteAfterByte(String path, String user, int status) throws Exception {
        String token = user.isEmpty() ? "" : hub.token(user, "tasks");
        long start = System.nanoTime();
        try (SlowRequest request = SlowRequest.post(RunningHub.port(small), path, token)) {
            request.drip(Duration.ofMillis(100));

            assertThat(request.status()).isEqualTo(status);
            request.awaitEnd();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(BODY_TIME.minusMillis(100), BODY_TIME.multipliedBy(2));
    }

    @Test
    void keepsTheConnectionOfWhoSentTheBodyOfARefusedRequest() throws Exception {
        try (SlowRequest request = SlowRequest.post(RunningHub.port(small), "/api/indicator", "")) {
            request.rest();
            assertThat(request.status()).isEqualTo(401);
            request.again("/api/indicator");
            request.rest();
            assertThat(request.status()).isEqualTo(401);
        }
    }

    private HttpResponse<String> plan(String token) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.port(small) + "/api/indicator/ipv4/8.8.8.8?plan");
        return hub.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
    }
}
