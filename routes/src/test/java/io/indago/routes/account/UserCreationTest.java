package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.api.RefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCreationTest {
    private final FakeDirectory directory = new FakeDirectory();
    private final Ledger ledger = new Ledger();
    private final UserCreation creation = new UserCreation(directory, ledger);
    private final NewUser ada = new NewUser(
            "ada",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Password.of("correct horse battery"),
            true,
            HubGroup.ANALYSTS);

    /** Creations in a map. */
    private static final class Ledger implements Creations {
        private record Row(Optional<String> key, boolean claimed, boolean finished) {}

        private final Map<String, Row> rows = new HashMap<>();

        @Override
        public boolean begin(String username, String by, Optional<String> key) {
            Row row = rows.get(username);
            return (row == null || row.finished() || !row.claimed()) && claim(username, key);
        }

        @Override
        public boolean resume(String username, String by, Optional<String> key) {
            Row row = rows.get(username);
            return row != null && !row.finished() && !row.claimed() && claim(username, key);
        }

        private boolean claim(String username, Optional<String> key) {
            rows.put(username, new Row(key, true, false));
            return true;
        }

        @Override
        public void finish(String username) {
            rows.computeIfPresent(username, (name, row) -> new Row(row.key(), false, true));
        }

        @Override
        public void pause(String username) {
            rows.computeIfPresent(username, (name, row) -> new Row(row.key(), false, false));
        }

        @Override
        public boolean wasMadeBy(String username, String key) {
            return rows.containsKey(username)
                    && rows.get(username).key().filter(key::equals).isPresent();
        }
    }

    private boolean create(Optional<String> key) throws Exception {
        return creation.create(ada, "root", key);
    }

    @Test
    void enablesAUserLast() throws Exception {
        assertThat(create(Optional.empty())).isTrue();

        assertThat(directory.done).containsExactly("create ada", "password id-ada", "enable id-ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "password", "enable"})
    void leavesNobodyEnabledWhenItEndsHalfWayAndGoesOnWhenRepeated(String step) throws Exception {
        directory.failingAt = Optional.of(step);
        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(DirectoryException.class);
        assertThat(directory.find("ada").filter(User::enabled)).isEmpty();

        directory.failingAt = Optional.empty();

        assertThat(create(Optional.empty())).isTrue();
        assertThat(directory.get("ada").enabled()).isTrue();
        assertThat(directory.done).filteredOn("create ada"::equals).hasSize(1);
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        create(Optional.empty());

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> create(Optional.empty()));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(directory.done).hasSize(3);
    }

    @Test
    void answersTheSameRequestAgain() throws Exception {
        assertThat(create(Optional.of("k1"))).isTrue();

        assertThat(create(Optional.of("k1"))).isFalse();
        assertThatThrownBy(() -> create(Optional.of("k2"))).isInstanceOf(RefusedException.class);
        assertThat(directory.done).hasSize(3);
    }

    /** Whom somebody disabled must not come back by being created. */
    @Test
    void doesNotResumeAUserWhoWasDisabled() throws Exception {
        create(Optional.empty());
        directory.setEnabled("id-ada", false);

        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(RefusedException.class);
        assertThat(directory.get("ada").enabled()).isFalse();
    }

    @Test
    void doesNotResumeAUserWeDidNotMake() {
        directory.add("ada", HubGroup.ANALYSTS, false);

        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(RefusedException.class);
        assertThat(directory.done).isEmpty();
    }

    @Test
    void leavesAloneWhoIsBeingMadeRightNow() {
        ledger.begin("ada", "other", Optional.empty());

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> create(Optional.empty()));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.retryAfter()).isPresent();
        assertThat(directory.done).isEmpty();
    }

    @Test
    void tellsKeycloaksReason() {
        directory.failingAt = Optional.of("password");
        directory.failure = Reason.REFUSED;

        DirectoryException failure = catchThrowableOfType(DirectoryException.class, () -> create(Optional.empty()));

        assertThat(failure.refusal().status()).isEqualTo(400);
        assertThat(failure.refusal()).hasMessage("Keycloak says: at password");
    }
}
