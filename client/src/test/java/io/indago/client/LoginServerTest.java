package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginServerTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private LoginServer discover() throws ClientException, InterruptedException {
        return LoginServer.discover(new Transport(IndagoClient.usualHttp()), server.address());
    }

    @Test
    void readsWhereEverythingIs() throws Exception {
        LoginServer found = discover();

        assertThat(found.tokenEndpoint()).isEqualTo(URI.create(server.address() + "/token"));
        assertThat(found.deviceEndpoint()).contains(URI.create(server.address() + "/device"));
        assertThat(found.revocationEndpoint()).contains(URI.create(server.address() + "/revoke"));
    }

    @Test
    void refusesAnotherName() {
        server.answers(
                FakeServer.DISCOVERY, 200, "{\"issuer\": \"https://evil.example\", \"token_endpoint\": \"https://x\"}");

        assertThatThrownBy(this::discover)
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("calls itself 'https://evil.example'");
    }

    @Test
    void refusesAnEndpointThatIsNone() {
        server.answers(
                FakeServer.DISCOVERY,
                200,
                "{\"issuer\": \"" + server.address() + "\", \"token_endpoint\": \"file:///etc/passwd\"}");

        assertThatThrownBy(this::discover).isInstanceOf(LoginException.class).hasMessageContaining("none");
    }

    @Test
    void saysThatThereIsNoIssuer() {
        server.answers(FakeServer.DISCOVERY, 404, "");

        assertThatThrownBy(this::discover)
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("issues no tokens")
                .hasMessageEndingWith("HTTP 404");
    }

    @Test
    void saysThatItFails() {
        server.answers(FakeServer.DISCOVERY, 503, "");

        assertThatThrownBy(this::discover).isInstanceOf(NoAnswerException.class);
    }
}
