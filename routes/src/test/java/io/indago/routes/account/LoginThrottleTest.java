package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final ManualTime time = new ManualTime();
    private final LoginThrottle throttle = new LoginThrottle(time::nanos);

    private int passed(int attempts, String address, String name) {
        int passed = 0;
        for (int i = 0; i < attempts; i++) {
            passed += throttle.attempt(address.formatted(i), name.formatted(i)).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void allowsFiveAMinuteFromOneAddress() {
        assertThat(passed(10, "192.0.2.1", "user%d")).isEqualTo(5);
        assertThat(throttle.attempt("192.0.2.1", "other"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(61)));
        assertThat(passed(1, "192.0.2.2", "user")).isEqualTo(1);

        time.pass(Duration.ofMinutes(1));
        assertThat(passed(10, "192.0.2.1", "more%d")).isEqualTo(5);
    }

    /** One fewer than has Keycloak lock the user, however the name is written. */
    @Test
    void allowsFourWrongOnesForANameUntilTheIdentityProviderHasForgotten() {
        assertThat(passed(4, "192.0.2.1", "ada")).isEqualTo(4);
        time.pass(Duration.ofMinutes(10));
        assertThat(throttle.attempt("192.0.2.1", " ADA"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7)));

        time.pass(Duration.ofMinutes(4));
        assertThat(passed(1, "192.0.2.1", "ada")).isZero();
        time.pass(Duration.ofMinutes(3));
        assertThat(passed(5, "192.0.2.1", "ada")).isEqualTo(4);
    }

    /** The identity provider counts from the last one on, so slow ones add up as well. */
    @Test
    void allowsNoMoreOfThemWhenTheyAreSlow() {
        int passed = 0;
        for (int attempt = 0; attempt < 6; attempt++) {
            passed += passed(1, "192.0.2.1", "ada");
            time.pass(Duration.ofMinutes(2));
        }

        assertThat(passed).isEqualTo(4);
    }

    @Test
    void letsNobodyBeLockedOutFromElsewhere() {
        for (int attempt = 0; attempt < 100; attempt++) {
            passed(1, "198.51.100." + attempt % 5, "ada");
        }

        assertThat(passed(1, "192.0.2.1", "ada")).isEqualTo(1);
    }

    @Test
    void countsNoneThatWasRightOrNotDecided() {
        passed(3, "192.0.2.1", "ada");
        throttle.succeeded("192.0.2.1", "Ada");
        time.pass(Duration.ofMinutes(1));
        assertThat(passed(4, "192.0.2.1", "ada")).isEqualTo(4);
        throttle.undecided("192.0.2.1", "ada");
        time.pass(Duration.ofMinutes(1));
        assertThat(passed(2, "192.0.2.1", "ada")).isEqualTo(1);
    }

    @Test
    void allowsThirtyAnHour() {
        int passed = 0;
        for (int minute = 0; minute < 20; minute++) {
            passed += passed(5, "192.0.2.1", "user" + minute + "-%d");
            time.pass(Duration.ofMinutes(1));
        }

        assertThat(passed).isEqualTo(30);
    }

    @Test
    void takesAnIpv6NetworkForOneAddress() {
        assertThat(passed(10, "2001:db8:0:1::%d", "user%d")).isEqualTo(5);
        assertThat(passed(1, "2001:db8:0:2::1", "user")).isEqualTo(1);
    }
}
