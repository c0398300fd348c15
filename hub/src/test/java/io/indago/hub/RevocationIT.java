package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.indago.hub.revocation.RevocationList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is revoked at one replica is refused by all, and what happens while they can't know. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationIT {
    private static final Duration PROMISED = Duration.ofSeconds(2);

    private final RunningHub first;
    private AccountHub second;

    RevocationIT(RunningHub first) {
        this.first = first;
    }

    @BeforeAll
    void startReplica() {
        second = new AccountHub(first);
    }

    @AfterAll
    void stopReplica() {
        if (second != null) {
            second.close();
        }
    }

    private String admin() {
        return first.token("admin", "tasks users mon");
    }

    @Test
    void refusesADisabledUsersTokenAtEveryReplicaInTime() {
        String admin = admin();
        for (int i = 0; i < 5; i++) {
            String name = second.freshUser(admin);
            String token = second.token(name, AccountHub.PASSWORD);
            assertThat(first.get("/api/me", token).statusCode()).isEqualTo(200);
            assertThat(second.get("/api/me", token).statusCode()).isEqualTo(200);

            HttpResponse<String> answer = second.setEnabled(admin, name, false);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Duration elsewhere = refusedAfter(token, first::get);
            Duration here = refusedAfter(token, (path, bearer, more) -> second.get(path, bearer));
            System.out.println("after the answer, a disabled user's token was refused by the other replica within "
                    + elsewhere.toMillis() + " ms, by the same within " + here.toMillis() + " ms");
            assertThat(elsewhere).isLessThan(PROMISED);
            assertThat(here).isLessThan(PROMISED);
        }
    }

    private interface Get {
        HttpResponse<String> get(String path, String token, String... headers);
    }

    private static Duration refusedAfter(String token, Get replica) {
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(10))
                .until(() -> replica.get("/api/me", token).statusCode() == 401);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void takesNewTokensOfWhoIsEnabledAgainAndNoOldOnes() {
        String admin = admin();
        String name = second.freshUser(admin);
        String old = second.token(name, AccountHub.PASSWORD);
        assertThat(second.setEnabled(admin, name, false).statusCode()).isEqualTo(200);
        assertThat(second.authenticate(name, AccountHub.PASSWORD).statusCode()).isEqualTo(401);

        assertThat(second.setEnabled(admin, name, true).statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> first.get("/api/me", second.token(name, AccountHub.PASSWORD))
                                .statusCode()
                        == 200);
        assertThat(first.get("/api/me", old).statusCode()).isEqualTo(401);
        assertThat(second.get("/api/me", old).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTokensFromBeforeAPasswordWasReset() {
        String admin = admin();
        String name = second.freshUser(admin);
        String token = second.token(name, AccountHub.PASSWORD);

        assertThat(second.reset(admin, name, "short").statusCode()).isEqualTo(400);
        // What was held for it is released as soon as the replica reads it
        await().atMost(PROMISED).until(() -> second.get("/api/me", token).statusCode() == 200);
        assertThat(second.reset(admin, name, "quite another passphrase").statusCode())
                .isEqualTo(200);

        assertThat(refusedAfter(token, first::get)).isLessThan(PROMISED);
        assertThat(second.authenticate(name, AccountHub.PASSWORD).statusCode()).isEqualTo(401);
        second.token(name, "quite another passphrase");
    }

    @Test
    void looksUpAndAdministersNothingWhilePostgresIsAway() {
        String admin = admin();
        String name = second.freshUser(admin);
        String disabled = second.token(name, AccountHub.PASSWORD);
        assertThat(second.setEnabled(admin, name, false).statusCode()).isEqualTo(200);
        refusedAfter(disabled, first::get);
        first.stack().postgres().kill();
        try {
            await().atMost(PROMISED)
                    .until(() -> first.get("/api/plugins/misp-push/deliveries", admin)
                                    .statusCode()
                            == 503);
            HttpResponse<String> refused = second.setEnabled(admin, "analyst", false);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("urn:indago:problem:store-unavailable");
            assertThat(first.get("/api/indicator/ipv4/8.8.8.8", admin).statusCode())
                    .isEqualTo(200);
            // What is known holds
            assertThat(first.get("/api/me", disabled).statusCode()).isEqualTo(401);
        } finally {
            first.stack().postgres().start();
        }
        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> first.bean(RevocationList.class).isCurrent()
                        && second.bean(RevocationList.class).isCurrent());
        System.out.println("administration was back "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms after PostgreSQL");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> second.get("/api/admin/users", admin()).statusCode() == 200);
    }

    /** Nothing is refused and nothing answered: only time tells that it is not known who was disabled. */
    @Test
    void administersNothingTwoSecondsAfterPostgresHangs() {
        String admin = admin();
        String path = "/api/admin/self-check";
        assertThat(first.get(path, admin).statusCode()).isEqualTo(200);
        List<String> server = processes(first.stack().postgres().pid());
        signal("STOP", server);
        try {
            long start = System.nanoTime();
            await().pollInterval(Duration.ofMillis(20))
                    .pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> first.get(path, admin).statusCode() == 503);
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("administration was refused " + after.toMillis() + " ms after PostgreSQL began to hang");
            assertThat(after).isLessThan(PROMISED);
            assertThat(first.get("/api/indicator/ipv4/8.8.8.8?plan", admin).statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(revocationHealth())
                    .satisfies(health -> assertThat(health.statusCode()).isEqualTo(503))
                    .satisfies(health -> assertThat(health.body()).contains("can't be read")));
        } finally {
            signal("CONT", server);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.get(path, admin).statusCode() == 200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> revocationHealth().statusCode() == 200
                        && second.bean(RevocationList.class).isCurrent());
    }

    private HttpResponse<String> revocationHealth() {
        return first.send(HttpRequest.newBuilder(first.managementUri("/actuator/health/dependencies/revocation")));
    }

    private static List<String> processes(long server) {
        ProcessHandle main = ProcessHandle.of(server).orElseThrow();
        return Stream.concat(Stream.of(main), main.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
    }

    private static void signal(String name, List<String> processes) {
        try {
            String all = String.join(" ", processes);
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + all + "; true")
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
