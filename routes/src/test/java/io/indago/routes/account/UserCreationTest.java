package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.api.RefusedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCreationTest {
    private final FakeDirectory directory = new FakeDirectory();
    private final FakeCreations ledger = new FakeCreations();
    private final UserCreation creation = new UserCreation(directory, ledger);
    private final NewUser ada = ada(HubGroup.ANALYSTS, "Ada@Example.org");

    private static NewUser ada(HubGroup group, String email) {
        return new NewUser(
                "ada",
                Optional.of("Ada"),
                Optional.empty(),
                Optional.of(email),
                Password.of("correct horse battery"),
                true,
                group);
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

    /** Or the group of the first request would be his, and that of the second on record. */
    @Test
    void doesNotGoOnWithAnotherUserThanWasBegun() throws Exception {
        directory.failingAt = Optional.of("password");
        directory.failure = Reason.REFUSED;
        assertThatThrownBy(() -> creation.create(ada(HubGroup.ADMINS, "ada@example.org"), "root", Optional.empty()))
                .isInstanceOf(DirectoryException.class);
        directory.failingAt = Optional.empty();

        RefusedException group = catchThrowableOfType(RefusedException.class, () -> create(Optional.empty()));
        RefusedException email = catchThrowableOfType(
                RefusedException.class,
                () -> creation.create(ada(HubGroup.ADMINS, "eve@example.org"), "root", Optional.empty()));

        assertThat(group.kind()).isEqualTo("creation-differs");
        assertThat(group).hasMessageContaining("another group:");
        assertThat(email).hasMessageContaining("another email:");
        assertThat(directory.get("ada").enabled()).isFalse();
        assertThat(creation.create(ada(HubGroup.ADMINS, "ada@example.org"), "root", Optional.empty()))
                .isTrue();
    }

    @Test
    void doesNotAnswerAnotherRequestOfTheSameKey() throws Exception {
        create(Optional.of("k1"));

        RefusedException refusal = catchThrowableOfType(
                RefusedException.class,
                () -> creation.create(ada(HubGroup.ADMINS, "ada@example.org"), "root", Optional.of("k1")));

        assertThat(refusal.kind()).isEqualTo("creation-differs");
    }

    /** A call that times out may have been done; so may one whose hub was killed. */
    @Test
    void doesNotResumeAUserWhoWasEnabledUnheard() throws Exception {
        directory.failingAt = Optional.of("enable");
        directory.doneThough = true;
        assertThatThrownBy(() -> create(Optional.of("k1"))).isInstanceOf(DirectoryException.class);
        directory.failingAt = Optional.empty();

        assertThat(create(Optional.of("k1"))).isFalse();
        directory.setEnabled("id-ada", false);

        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(RefusedException.class);
        assertThat(directory.get("ada").enabled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"TAKEN", "REFUSED", "PROTECTED"})
    void hasNothingToGoOnWithWhenKeycloakMadeNobody(Reason reason) throws Exception {
        directory.failingAt = Optional.of("create");
        directory.failure = reason;
        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(DirectoryException.class);
        directory.failingAt = Optional.empty();
        // By somebody else
        directory.create(ada);

        assertThatThrownBy(() -> create(Optional.empty())).isInstanceOf(RefusedException.class);
        assertThat(directory.get("ada").enabled()).isFalse();
    }

    @Test
    void doesNotEnableWhoseStatusIsChangedMeanwhile() {
        directory.meanwhile = () -> ledger.drop("ada");

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> create(Optional.empty()));

        assertThat(refusal.kind()).isEqualTo("creation-ended");
        assertThat(directory.get("ada").enabled()).isFalse();
    }

    @Test
    void doesNotSayThatAUserIsMadeWhoIsBeingMade() {
        ledger.begin("ada", "root", Optional.of("k1"));
        directory.add("ada", HubGroup.ANALYSTS, false);

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> create(Optional.of("k1")));

        assertThat(refusal.kind()).isEqualTo("creation-under-way");
        assertThat(refusal.retryAfter()).isPresent();
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
