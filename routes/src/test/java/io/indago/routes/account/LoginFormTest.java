package io.indago.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.routes.api.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginFormTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void readsAForm() throws Exception {
        LoginForm form = LoginForm.read(FORM + "; charset=UTF-8", "username=ada&password=p%26w%3D+%E2%82%AC");

        assertThat(form.username()).isEqualTo("ada");
        assertThat(form.password().reveal()).isEqualTo("p&w= €");
        assertThat(form.scope()).isEqualTo("mon mon:read users tasks");
        assertThat(form.toString()).doesNotContain("p&w");
    }

    @Test
    void asksForLessWhenTold() throws Exception {
        assertThat(LoginForm.read(FORM, "grant_type=password&username=ada&password=pw&scope=mon:read+tasks")
                        .scope())
                .isEqualTo("mon:read tasks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username=ada",
                "password=hunter2",
                "username=&password=hunter2",
                "username=ada&password=hunter2&password=hunter3",
                "username=ada&username=bob&password=hunter2",
                "username=ada&password=hunter2%4",
                "username=ada&password=hunter2&client_secret=hunter2",
                "username=ada&password=hunter2&grant_type=client_credentials",
                "username=ada&password=hunter2&scope=%22",
                "hunter2"
            })
    void refusesAnotherFormAndNeverRepeatsIt(String body) {
        BadRequestException refusal = catchThrowableOfType(BadRequestException.class, () -> LoginForm.read(FORM, body));

        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.getMessage()).doesNotContain("hunter");
    }

    @Test
    void takesAFormOnly() {
        assertThat(catchThrowableOfType(
                        BadRequestException.class,
                        () -> LoginForm.read("application/json", "{\"username\": \"ada\", \"password\": \"pw\"}")))
                .isNotNull();
    }
}
