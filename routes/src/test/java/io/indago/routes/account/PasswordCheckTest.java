package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.ManualTime;
import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.account.PasswordLogin.Granted;
import io.indago.routes.account.PasswordLogin.Incomplete;
import io.indago.routes.account.PasswordLogin.Refused;
import io.indago.routes.api.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {
    private static final LoginAddresses ADDRESSES =
            new LoginAddresses("https://id.example/realms/indago", URI.create("https://hub.example/account"));
    private static final RefusedException WRONG = new RefusedException("wrong", "Wrong", 401, "wrong");

    private final ManualTime time = new ManualTime();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private PasswordLogin.Answer answer = new Refused();

    private PasswordCheck check(boolean on) {
        PasswordLogin keycloak = (username, password, scope) -> {
            asked.add(username + " " + password.reveal() + " " + scope);
            return answer;
        };
        return new PasswordCheck(on, keycloak, new LoginThrottle(time::nanos), ADDRESSES, () -> waits::add);
    }

    private static RefusedException refusal(PasswordCheck check) {
        return catchThrowableOfType(
                RefusedException.class, () -> check.check("192.0.2.1", "ada", Password.of("pw"), "tasks", WRONG));
    }

    @Test
    void handsOnAToken() throws Exception {
        answer = new Granted("t", 300, "tasks", "sub", "ada", "hub-legacy-login");

        assertThat(check(true).check("192.0.2.1", "ada", Password.of("pw"), "tasks", WRONG))
                .isEqualTo(answer);
        assertThat(asked).containsExactly("ada pw tasks");
        assertThat(waits).isEmpty();
    }

    @Test
    void takesNoPasswordWhenItIsOff() {
        RefusedException refusal = refusal(check(false));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal)
                .hasMessageContaining("/protocol/openid-connect/auth/device")
                .hasMessageContaining("/protocol/openid-connect/auth)")
                .hasMessageContaining("/protocol/openid-connect/token");
        assertThat(asked).isEmpty();
    }

    @Test
    void takesItsTimeToRefuse() {
        assertThat(refusal(check(true))).isSameAs(WRONG);
        assertThat(waits).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void sendsWhoHasSomethingToDoFirstToTheBrowser() {
        answer = new Incomplete();

        RefusedException refusal = refusal(check(true));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal).hasMessageContaining("https://hub.example/account");
    }

    @Test
    void asksKeycloakNoMoreThanTheThrottleAllows() {
        PasswordCheck check = check(true);
        for (int i = 0; i < 4; i++) {
            refusal(check);
        }

        RefusedException refusal = refusal(check);

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.retryAfter()).isPresent();
        assertThat(asked).hasSize(4);
    }

    @Test
    void forgetsWrongOnesForARightOne() throws Exception {
        PasswordCheck check = check(true);
        for (int i = 0; i < 3; i++) {
            refusal(check);
        }
        answer = new Granted("t", 300, "tasks", "sub", "ada", "hub-legacy-login");
        check.check("192.0.2.1", "ada", Password.of("pw"), "tasks", WRONG);
        answer = new Refused();
        time.pass(Duration.ofMinutes(1));

        for (int i = 0; i < 4; i++) {
            assertThat(refusal(check)).isSameAs(WRONG);
        }
    }

    @Test
    void saysThatKeycloakIsAway() {
        PasswordCheck check = new PasswordCheck(
                true,
                (username, password, scope) -> {
                    throw new DirectoryException(Reason.AWAY, "away");
                },
                new LoginThrottle(time::nanos),
                ADDRESSES,
                () -> waits::add);

        for (int attempt = 0; attempt < 5; attempt++) {
            RefusedException refusal = refusal(check);

            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPresent();
        }
    }
}
