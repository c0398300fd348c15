package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.HealthResult;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.ManualTime;
import io.indago.routes.guard.HealthRecord.Verdict;
import io.indago.routes.guard.Hold.By;
import io.indago.spi.Health;
import io.indago.spi.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderGuardTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Outcome DOWN = Outcome.error(ErrorCause.UNAVAILABLE, "it answered 500");
    private static final Outcome HIT = Outcome.of(Report.hit("seen").build());

    private final ManualTime time = new ManualTime();
    private final ProviderGuard guard = new ProviderGuards(time, time::nanos).of("alpha");

    @Test
    void opensWhenHalfOfTheLastLookupsFailAndTriesAgain() {
        for (int i = 0; i < 10; i++) {
            look(HIT);
            look(DOWN);
        }
        assertThat(guard.hold()).hasValueSatisfying(hold -> {
            assertThat(hold.by()).isEqualTo(By.BREAKER);
            assertThat(hold.reason()).startsWith("held back: of its last 20 lookups 10 failed; it is tried again in 3");
            assertThat(hold.outcome(time.instant()).status()).isEqualTo(Status.SKIPPED);
        });
        assertThat(guard.permits()).isFalse();

        time.pass(Duration.ofSeconds(31));
        assertThat(guard.hold()).isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(guard.permits()).isTrue();
        }
        assertThat(guard.permits()).as("five try").isFalse();
        for (int i = 0; i < 5; i++) {
            guard.tell(result(HIT), LONG);
        }
        assertThat(guard.breakerState()).isEqualTo("closed");
    }

    @Test
    void opensWhenAProviderThatHangsTimesOut() {
        for (int i = 0; i < 20; i++) {
            assertThat(guard.hold()).isEmpty();
            look(Outcome.without(Status.TIMEOUT, "late"));
        }
        assertThat(guard.hold()).map(Hold::by).contains(By.BREAKER);
    }

    @ParameterizedTest
    @MethodSource
    void staysClosedForWhatIsNotTheProvidersFault(Outcome outcome) {
        for (int i = 0; i < 60; i++) {
            look(outcome);
        }
        assertThat(guard.breakerState()).isEqualTo("closed");
    }

    private static Stream<Outcome> staysClosedForWhatIsNotTheProvidersFault() {
        return Stream.of(
                HIT,
                Outcome.without(Status.NO_DATA, "unknown"),
                Outcome.without(Status.KILLED, "closed"),
                Outcome.error(ErrorCause.BAD_REPLY, "400"),
                Outcome.error(ErrorCause.STUCK, "its threads are stuck, and it says so at once"),
                Outcome.error(ErrorCause.INTERNAL, "a mistake in the plugin"),
                Outcome.rateLimited("429", Optional.empty()),
                Outcome.without(Status.UNAUTHORISED, "401"));
    }

    @Test
    void doesNotBlameTheProviderForAnImpatientCaller() {
        for (int i = 0; i < 60; i++) {
            assertThat(guard.permits()).isTrue();
            guard.tell(result(Outcome.without(Status.TIMEOUT, "late")), Duration.ofMillis(100));
        }
        assertThat(guard.hold()).isEmpty();
    }

    @Test
    void isHeldBackWithARefusedCredentialUntilACheckSucceeds() {
        look(Outcome.without(Status.UNAUTHORISED, "refused (401)"));
        assertThat(guard.hold()).hasValueSatisfying(hold -> {
            assertThat(hold.by()).isEqualTo(By.CREDENTIAL);
            assertThat(hold.reason()).contains("refused (401)");
            assertThat(hold.until()).isEmpty();
        });
        time.pass(Duration.ofDays(1));
        assertThat(guard.hold()).isPresent();
        check(Health.unknown());
        assertThat(guard.hold()).isPresent();
        check(Health.up());
        assertThat(guard.hold()).isEmpty();
    }

    @Test
    void isHeldBackWhenAHealthCheckFindsTheCredentialRefused() {
        guard.checked(Verdict.of(
                new HealthResult(
                        Health.down("refused (403)"),
                        Optional.of(Outcome.without(Status.UNAUTHORISED, "refused (403)")),
                        1,
                        Duration.ZERO),
                time.instant()));
        assertThat(guard.hold()).map(Hold::by).contains(By.CREDENTIAL);
        guard.release();
        assertThat(guard.hold()).isEmpty();
    }

    @Test
    void coolsDownForAsLongAsItWasTold() {
        look(Outcome.rateLimited("come back later", Optional.of(Duration.ofSeconds(30))));
        guard.release();
        time.pass(Duration.ofSeconds(29));
        assertThat(guard.hold()).hasValueSatisfying(hold -> {
            assertThat(hold.by()).isEqualTo(By.RATE_LIMIT);
            assertThat(hold.outcome(time.instant()).retryAfter()).contains(Duration.ofSeconds(1));
            assertThat(hold.outcome(time.instant()).status()).isEqualTo(Status.RATE_LIMITED);
        });
        time.pass(Duration.ofSeconds(1));
        assertThat(guard.hold()).isEmpty();
    }

    @Test
    void isSickFromTheThirdFailureAndWellFromTheSecondSuccess() {
        check(Health.down("no"));
        check(Health.down("no"));
        check(Health.up());
        check(Health.down("no"));
        check(Health.down("no"));
        assertThat(guard.hold()).isEmpty();
        check(Health.down("still no"));
        assertThat(guard.hold()).hasValueSatisfying(hold -> {
            assertThat(hold.by()).isEqualTo(By.HEALTH);
            assertThat(hold.reason()).isEqualTo("held back: its health checks fail: still no");
        });
        check(Health.unknown());
        check(Health.up());
        assertThat(guard.hold()).isPresent();
        check(Health.up());
        assertThat(guard.hold()).isEmpty();
    }

    @Test
    void knowsItsLastLookups() {
        for (int i = 1; i <= 300; i++) {
            guard.tell(new LookupResult(i % 4 == 0 ? DOWN : HIT, 1, 10, Duration.ofMillis(i)), LONG);
        }
        Recent recent = guard.recent();
        assertThat(recent.lookups()).isEqualTo(200);
        assertThat(recent.successRate()).isEqualTo(0.75);
        assertThat(recent.p50Millis()).isEqualTo(200);
        assertThat(recent.p95Millis()).isEqualTo(290);
        assertThat(recent.p99Millis()).isEqualTo(298);
    }

    private void look(Outcome outcome) {
        guard.permits();
        guard.tell(result(outcome), LONG);
    }

    private void check(Health health) {
        guard.checked(Verdict.of(new HealthResult(health, Optional.empty(), 1, Duration.ZERO), time.instant()));
    }

    private static LookupResult result(Outcome outcome) {
        return new LookupResult(outcome, 1, 10, Duration.ofMillis(20));
    }
}
