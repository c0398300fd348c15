package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTokenSourceTest {
    private static final HttpClient HTTP = IndagoClient.usualHttp();
    private static final PasswordLogin LOGIN = new PasswordLogin("a-client", "s&cret", "analyst", "p\u00e4ss word");

    private final FakeServer server = new FakeServer();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final TokenSource tokens =
            new PasswordTokenSource(HTTP, URI.create(server.address() + FakeServer.LOGIN), LOGIN, clock);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void logsInForTheScopesOfAnAnalyst() throws Exception {
        assertThat(tokens.token()).isEqualTo("token-1");

        FakeServer.Asked asked = server.asked(FakeServer.LOGIN).get(0);
        assertThat(asked.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(List.of(asked.body().split("&")))
                .containsExactlyInAnyOrder(
                        "grant_type=password",
                        "client_id=a-client",
                        "client_secret=s%26cret",
                        "username=analyst",
                        "password=p%C3%A4ss+word",
                        "scope=tasks+users");
    }

    @Test
    void keepsATokenUntilShortlyBeforeItEnds() throws Exception {
        tokens.token();
        now = now.plusSeconds(289);
        assertThat(tokens.token()).isEqualTo("token-1");
        assertThat(server.asked(FakeServer.LOGIN)).hasSize(1);

        server.answers(FakeServer.LOGIN, 200, "{\"access_token\": \"token-2\", \"expires_in\": 300}");
        now = now.plusSeconds(1);
        assertThat(tokens.token()).isEqualTo("token-2");
    }

    @Test
    void forgetsATokenTheHubRefused() throws Exception {
        tokens.token();
        tokens.refused("another");
        tokens.token();
        assertThat(server.asked(FakeServer.LOGIN)).hasSize(1);

        tokens.refused("token-1");
        tokens.token();
        assertThat(server.asked(FakeServer.LOGIN)).hasSize(2);
    }

    @Test
    void keepsNoTokenOfUnknownLife() throws Exception {
        server.answers(FakeServer.LOGIN, 200, "{\"access_token\": \"token-1\"}");
        tokens.token();
        tokens.token();

        assertThat(server.asked(FakeServer.LOGIN)).hasSize(2);
    }

    @Test
    void survivesATokenThatNeverEnds() throws Exception {
        server.answers(
                FakeServer.LOGIN, 200, "{\"access_token\": \"token-1\", \"expires_in\": " + Long.MAX_VALUE + "}");
        tokens.token();
        now = now.plus(Duration.ofHours(23));
        tokens.token();

        assertThat(server.asked(FakeServer.LOGIN)).hasSize(1);
    }

    @Test
    void tellsWhyTheLoginWasRefused() {
        server.answers(
                FakeServer.LOGIN,
                401,
                "{\"error\": \"invalid_grant\", \"error_description\": \"Invalid user credentials\"}");

        assertThatThrownBy(tokens::token)
                .isInstanceOf(LoginException.class)
                .hasMessage("the login of analyst at " + server.address()
                        + " was refused: invalid_grant (Invalid user credentials)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"access_token\": \"to\\r\\nken\"}", "{\"access_token\": \"\"}"})
    void refusesWhatIsNoToken(String body) {
        server.answers(FakeServer.LOGIN, 200, body);

        assertThatThrownBy(tokens::token)
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("the answer of " + server.address() + " (HTTP 200) can't be understood");
    }

    @Test
    void tellsThatTheLoginServerFails() {
        server.answers(FakeServer.LOGIN, 503, "");

        assertThatThrownBy(tokens::token)
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("the login server " + server.address() + " answered HTTP 503");
    }

    @Test
    void keepsSecretsOutOfItsWords() {
        assertThat(LOGIN).hasToString("analyst by a-client");
        assertThat(new Tokens("token-1", 300, Optional.of("again"), Optional.empty()))
                .hasToString("tokens for 300 s");
    }
}
