package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.client.FakeServer.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in and out, and which hub is asked as who in between. */
class LoginCommandTest {
    private static final String TOKENS = "{\"access_token\": \"access-1\", \"expires_in\": 300,"
            + " \"refresh_token\": \"refresh-1\", \"scope\": \"%s\"}";

    @TempDir
    private Path folder;

    private Bench bench;
    private String address;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        address = bench.server.address().toString();
        bench.server.answers(FakeServer.LOGIN, 200, TOKENS.formatted("tasks users"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String tokenOf(FakeServer hub) {
        return hub.asked(FakeServer.LOOKUP).get(0).header("Authorization");
    }

    @Test
    void logsInToTheLocalHubAndSavesIt() throws Exception {
        assertThat(bench.run("login")).isZero();

        assertThat(bench.out()).isEmpty();
        assertThat(bench.err()).isEqualTo("""
                To log in, open this page, and confirm if it shows the code ABCD-EFGH:
                  https://login.example/go?code=ABCD-EFGH
                Or type the code at https://login.example/go. It is good for 10 minutes.
                Logged in to %s, for: tasks users
                """.formatted(address));
        assertThat(bench.server.asked(FakeServer.DEVICE).get(0).form())
                .contains("client_id=indago-cli", "scope=tasks+users");
        Session saved = bench.session.read().orElseThrow();
        assertThat(saved.hub()).hasToString(address);
        assertThat(saved.refreshToken()).contains("refresh-1");
    }

    @Test
    void usesTheSavedLogin() {
        bench.run("login");

        assertThat(bench.run("lookup", "x")).isZero();
        assertThat(tokenOf(bench.server)).isEqualTo("Bearer access-1");
    }

    @Test
    void logsAProgramInAsItselfWhateverLoginIsSaved() throws Exception {
        bench.run("login");
        bench.program = ClientLogin.of(Map.of("INDAGO_CLIENT_ID", "a-soar", "INDAGO_CLIENT_SECRET", "s&cret"));
        bench.server.answers(FakeServer.LOGIN, 200, "{\"access_token\": \"of-the-program\", \"expires_in\": 300}");

        assertThat(bench.run("lookup", "x")).isZero();

        assertThat(tokenOf(bench.server)).isEqualTo("Bearer of-the-program");
        assertThat(List.of(bench.server.asked(FakeServer.LOGIN).get(1).body().split("&")))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials", "client_id=a-soar", "client_secret=s%26cret", "scope=tasks");
        assertThat(bench.session.read().orElseThrow().refreshToken()).contains("refresh-1");
    }

    @Test
    void saysThatAProgramIsRefused() {
        bench.program = Optional.of(new ClientLogin("a-soar", "wrong"));
        bench.server.answers(FakeServer.LOGIN, 401, "{\"error\": \"unauthorized_client\"}");

        assertThat(bench.run("lookup", "x")).isEqualTo(3);
        assertThat(bench.err()).contains("the login of a-soar").doesNotContain("wrong");
    }

    @Test
    void takesAProgramOnlyWithBothItsIdAndItsSecret() {
        assertThat(ClientLogin.of(Map.of("INDAGO_CLIENT_ID", "a-soar"))).isEmpty();
        assertThat(ClientLogin.of(Map.of("INDAGO_CLIENT_ID", "a-soar", "INDAGO_CLIENT_SECRET", " ")))
                .isEmpty();
        assertThat(new ClientLogin("a-soar", "s&cret").toString()).doesNotContain("s&cret");
    }

    @Test
    void choosesTheScope() {
        bench.server.answers(FakeServer.LOGIN, 200, TOKENS.formatted("tasks"));

        assertThat(bench.run("login", "--scope", "tasks mon")).isZero();
        assertThat(bench.server.asked(FakeServer.DEVICE).get(0).form()).contains("scope=tasks+mon");
        assertThat(bench.err()).endsWith("note: not granted: mon\n");
    }

    @Test
    void logsInElsewhere() throws Exception {
        try (FakeServer other = new FakeServer()) {
            String hub = other.address().toString();

            assertThat(bench.run("login", "--url", hub + "/", "--issuer", address, "--client-id", "c"))
                    .isZero();
            assertThat(bench.run("lookup", "x")).isZero();

            assertThat(tokenOf(other)).isEqualTo("Bearer access-1");
            assertThat(bench.session.read().orElseThrow().clientId()).isEqualTo("c");

            assertThat(bench.run("login")).isZero();
            assertThat(bench.session.read().orElseThrow().hub())
                    .as("the last hub")
                    .hasToString(hub);

            assertThat(bench.session.read().orElseThrow().clientId()).isEqualTo("c");

            assertThat(bench.run("login", "--local")).isZero();
            assertThat(bench.session.read().orElseThrow().hub()).hasToString(address);
        }
    }

    @Test
    void showsTheTokenOfOneHubToNoOther() {
        try (FakeServer other = new FakeServer()) {
            String hub = other.address().toString();
            bench.run("login");

            assertThat(bench.run("lookup", "x", "--url", hub)).isEqualTo(3);
            assertThat(bench.err())
                    .endsWith("indago: The saved login is for " + address + ", not for " + hub
                            + "; './indago login --url " + hub + " --issuer ...' makes one\n");
            assertThat(other.asked(FakeServer.LOOKUP)).isEmpty();
        }
    }

    @Test
    void reachesTheLocalHubAlsoWhileLoggedInElsewhere() {
        try (FakeServer other = new FakeServer()) {
            bench.run("login", "--url", other.address().toString(), "--issuer", address);
            bench.server.answers(FakeServer.LOGIN, 200, "{\"access_token\": \"demo\", \"expires_in\": 300}");

            assertThat(bench.run("lookup", "x", "--local")).isZero();
            assertThat(bench.run("lookup", "x", "--url", address)).isZero();

            assertThat(bench.server.asked(FakeServer.LOOKUP))
                    .extracting(asked -> asked.header("Authorization"))
                    .containsExactly("Bearer demo", "Bearer demo");
        }
    }

    @Test
    void logsInForOneCommandWithoutSavingIt() throws Exception {
        Files.delete(bench.state.resolve("demo.properties"));

        assertThat(bench.run("lookup", "x", "--url", address, "--issuer", address))
                .isZero();

        assertThat(bench.err()).startsWith("To log in, open this page");
        assertThat(bench.out()).startsWith("evil-updates[.]com");
        assertThat(bench.session.read()).isEmpty();
    }

    @Test
    void doesNotAskAgainForTheLoginThatIsSaved() {
        bench.run("login");

        assertThat(bench.run("lookup", "x", "--url", address, "--issuer", address))
                .isZero();
        assertThat(bench.server.asked(FakeServer.DEVICE)).hasSize(1);
    }

    @Test
    void asksForTheIssuerOfAHubItDoesNotKnow() {
        assertThat(bench.run("login", "--url", "http://hub.example")).isEqualTo(2);
        assertThat(bench.err()).contains("Who issues the tokens for http://hub.example? Say it with --issuer");
    }

    @Test
    void savesNothingWhenTheLoginIsDeclined() throws Exception {
        bench.server.answers(FakeServer.LOGIN, 400, "{\"error\": \"access_denied\"}");

        assertThat(bench.run("login")).isEqualTo(3);
        assertThat(bench.session.read()).isEmpty();
    }

    @Test
    void tellsThatTheLoginServerIsNotThere() {
        assertThat(bench.run("login", "--url", address, "--issuer", "http://127.0.0.1:1"))
                .isEqualTo(4);
    }

    @Test
    void makesTheServersWordsHarmless() {
        bench.server.answers(
                FakeServer.DEVICE,
                200,
                "{\"device_code\": \"d\", \"user_code\": \"\\u001b[2J\", \"verification_uri\": \"v\\nx\","
                        + " \"expires_in\": 60}");

        assertThat(bench.run("login")).isZero();
        assertThat(bench.err()).contains("type the code \\u001b[2J").contains("  v\\nx\n");
    }

    @Test
    void refusesALoginThatOthersCouldRead() throws Exception {
        bench.run("login");
        Files.setPosixFilePermissions(bench.session.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(bench.run("lookup", "x")).isEqualTo(3);
        assertThat(bench.err()).contains("is open to other users");
        assertThat(bench.server.asked(FakeServer.LOOKUP)).isEmpty();
        assertThat(bench.run("logout")).isZero();
        assertThat(bench.session.path()).doesNotExist();
    }

    @Test
    void logsOutHereAndThere() {
        bench.run("login");

        assertThat(bench.run("logout")).isZero();
        assertThat(bench.err()).endsWith("Logged out of " + address + "\n");
        assertThat(bench.session.path()).doesNotExist();
        assertThat(bench.server.asked(FakeServer.REVOKE).get(0).form())
                .containsExactlyInAnyOrder("client_id=indago-cli", "token=refresh-1", "token_type_hint=refresh_token");

        assertThat(bench.run("logout")).isZero();
        assertThat(bench.err()).endsWith("Nobody was logged in\n");
    }

    @Test
    void logsOutHereAlsoWhenTheServerIsAway() {
        bench.run("login");
        bench.server.answersInTurn(FakeServer.DISCOVERY, new Reply(503, ""));

        assertThat(bench.run("logout")).isEqualTo(4);
        assertThat(bench.session.path()).doesNotExist();
    }
}
