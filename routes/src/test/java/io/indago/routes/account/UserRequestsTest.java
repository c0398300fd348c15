package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.api.BadRequestException;
import io.indago.routes.events.JsonMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRequestsTest {
    private final UserRequests requests = new UserRequests(JsonMapping.mapper());

    @Test
    void readsANewUser() throws Exception {
        NewUser user = requests.creation("""
                {"username": "Ada.L", "firstName": "Ada", "email": "ada@example.org", "password": "secret",
                 "temporary": false, "group": "hub-auditors"}
                """);

        assertThat(user.username()).isEqualTo("ada.l");
        assertThat(user.firstName()).hasValue("Ada");
        assertThat(user.lastName()).isEmpty();
        assertThat(user.password().reveal()).isEqualTo("secret");
        assertThat(user.temporary()).isFalse();
        assertThat(user.group()).isEqualTo(HubGroup.AUDITORS);
        assertThat(user.toString()).doesNotContain("secret");
    }

    @Test
    void givesTheLeastWhereNothingIsSaid() throws Exception {
        NewUser user = requests.creation("{\"username\": \"ada\", \"password\": \"secret\"}");

        assertThat(user.temporary()).isTrue();
        assertThat(user.group()).isEqualTo(HubGroup.ANALYSTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"username\": \"ada\"}",
                "{\"password\": \"secret\"}",
                "{\"username\": 7, \"password\": \"secret\"}",
                "{\"username\": \"ada\", \"password\": 12345678}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"temporary\": \"no\"}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"group\": \"realm-admins\"}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"group\": \"/hub-admins\"}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"email\": \"nowhere\"}",
                "{\"username\": \"service-account-x\", \"password\": \"secret\"}",
                "{\"username\": \"a/../b\", \"password\": \"secret\"}",
                "{\"username\": \"ada\\u0000\", \"password\": \"secret\"}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"enabled\": true}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"realmRoles\": [\"admin\"]}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"attributes\": {}}",
                "{\"username\": \"ada\", \"password\": \"secret\", \"secret\": \"secret\"}"
            })
    void refusesWhatItDoesNotKnowAndNeverRepeatsAPassword(String body) {
        BadRequestException refusal = catchThrowableOfType(BadRequestException.class, () -> requests.creation(body));

        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.errors()).isNotEmpty();
        assertThat(refusal.getMessage()).doesNotContain("secret").doesNotContain("12345678");
    }

    @Test
    void saysAllThatIsWrong() {
        BadRequestException refusal = catchThrowableOfType(
                BadRequestException.class, () -> requests.status("{\"username\": \"-\", \"enabled\": 1}"));

        assertThat(refusal.errors()).extracting(error -> error.field()).contains("username", "enabled");
    }
}
