package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.api.RefusedException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserAdministrationTest {
    private final FakeDirectory directory = new FakeDirectory();
    private final Set<String> held = new HashSet<>();
    private final FakeCreations creations = new FakeCreations();
    private boolean busy;
    private final UserAdministration users = new UserAdministration(directory, new Noted(), creations, work -> {
        if (!busy) {
            work.run();
        }
        return !busy;
    });

    /** Notes revocations among what the directory did. */
    private final class Noted implements Revocations {
        @Override
        public boolean hold(String subject) {
            directory.done.add("hold " + subject);
            return held.add(subject);
        }

        @Override
        public void settle(String subject, Instant issuedUntil) {
            directory.done.add("settle " + subject + " " + issuedUntil.getEpochSecond());
            held.remove(subject);
        }

        @Override
        public void release(String subject) {
            directory.done.add("release " + subject);
            held.remove(subject);
        }
    }

    @BeforeEach
    void people() {
        directory.add("ada", HubGroup.ANALYSTS, true);
        directory.add("root", HubGroup.ADMINS, true);
    }

    private void disable(String username) throws Exception {
        users.disable(directory.get(username), "id-root");
    }

    @Test
    void refusesTokensBeforeItDisablesAndSettlesAfterwards() throws Exception {
        disable("ada");

        assertThat(directory.done)
                .containsExactly("hold id-ada", "disable id-ada", "logout id-ada", "settle id-ada 100");
    }

    @Test
    void keepsTokensRefusedWhenKeycloakGoesAwayHalfWay() throws Exception {
        for (String step : new String[] {"disable", "logout"}) {
            directory.failingAt = Optional.of(step);

            assertThatThrownBy(() -> disable("ada")).isInstanceOf(DirectoryException.class);
            assertThat(held).containsExactly("id-ada");
        }
        directory.failingAt = Optional.empty();

        disable("ada");

        assertThat(held).isEmpty();
    }

    @Test
    void letsNobodyDisableHimself() {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> disable("root"));

        assertThat(refusal.kind()).isEqualTo("own-account");
        assertThat(directory.done).isEmpty();
    }

    /** He has a way that asks for the password so far. */
    @Test
    void letsNobodyResetHisOwnPassword() {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class,
                () -> users.resetPassword(directory.get("root"), Password.of("x"), false, "id-root"));

        assertThat(refusal.kind()).isEqualTo("own-account");
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(directory.done).isEmpty();
    }

    /** A creation left open would enable again whom somebody disabled. */
    @Test
    void closesACreationByEveryChangeOfStatus() throws Throwable {
        for (ThrowingCallable change : new ThrowingCallable[] {
            () -> disable("ada"), () -> users.enable(directory.get("ada")),
        }) {
            creations.begin("ada", "root", Optional.of("k1"));
            creations.pause("ada");

            change.call();

            assertThat(creations.resume("ada", "root", Optional.of("k1"))).isFalse();
        }
    }

    @Test
    void keepsTheLastAdministrator() throws Exception {
        directory.add("second", HubGroup.ADMINS, false);
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> users.disable(directory.get("root"), "id-somebody"));

        assertThat(refusal.kind()).isEqualTo("last-administrator");
        assertThat(directory.done).isEmpty();

        directory.add("second", HubGroup.ADMINS, true);
        users.disable(directory.get("root"), "id-second");
        assertThat(directory.get("root").enabled()).isFalse();
    }

    @Test
    void disablesOneAtATime() {
        busy = true;

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> disable("ada"));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(directory.done).isEmpty();
    }

    @Test
    void leavesAloneWhoHasPowerOverTheRealm() {
        directory.protectedId = "id-ada";

        for (var change : new ThrowingCallable[] {
            () -> disable("ada"),
            () -> users.enable(directory.get("ada")),
            () -> users.resetPassword(directory.get("ada"), Password.of("x"), true)
        }) {
            DirectoryException refusal = catchThrowableOfType(DirectoryException.class, change);
            assertThat(refusal.refusal().status()).isEqualTo(403);
        }
        assertThat(directory.done).isEmpty();
    }

    @Test
    void endsWhatIsLeftOverBeforeItEnables() throws Exception {
        users.enable(directory.get("ada"));

        assertThat(directory.done).containsExactly("logout id-ada", "settle id-ada 100", "enable id-ada");
    }

    @Test
    void refusesTokensBeforeItResetsAPassword() throws Exception {
        users.resetPassword(directory.get("ada"), Password.of("x"), true);

        assertThat(directory.done)
                .containsExactly("hold id-ada", "password id-ada", "logout id-ada", "settle id-ada 100");
    }

    @Test
    void takesNothingFromWhoseNewPasswordIsRefused() {
        directory.failingAt = Optional.of("password");
        directory.failure = Reason.REFUSED;

        assertThatThrownBy(() -> users.resetPassword(directory.get("ada"), Password.of("x"), true))
                .isInstanceOf(DirectoryException.class);

        assertThat(held).isEmpty();
    }

    /** What held it is not known to be done. */
    @Test
    void keepsAHoldThatWasThereBefore() {
        held.add("id-ada");
        directory.failingAt = Optional.of("password");
        directory.failure = Reason.REFUSED;

        assertThatThrownBy(() -> users.resetPassword(directory.get("ada"), Password.of("x"), true))
                .isInstanceOf(DirectoryException.class);

        assertThat(held).containsExactly("id-ada");
    }
}
