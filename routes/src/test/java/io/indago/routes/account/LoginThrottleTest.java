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

    @Test
    void allowsFiveAMinuteForOneNameHoweverItIsWritten() {
        assertThat(passed(3, "192.0.2.%d", "ada")).isEqualTo(3);
        assertThat(passed(10, "198.51.100.%d", " ADA")).isEqualTo(2);
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
