package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.client.FakeServer.Asked;
import io.indago.client.FakeServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLoginTest {
    private static final Reply PENDING = refusal("authorization_pending");
    private static final Reply TOKENS = new Reply(
            200, "{\"access_token\": \"a\", \"expires_in\": 300, \"refresh_token\": \"r\", \"scope\": \"tasks\"}");

    @TempDir
    private Path folder;

    private Bench bench;
    private final List<DeviceCode> prompted = new ArrayList<>();

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Reply refusal(String error) {
        return new Reply(400, "{\"error\": \"" + error + "\"}");
    }

    private Tokens logIn() throws ClientException, InterruptedException {
        Transport transport = new Transport(IndagoClient.usualHttp());
        LoginServer server = LoginServer.discover(transport, bench.server.address());
        return new DeviceLogin(transport, bench.clock(), bench::pause)
                .logIn(server, "a-client", "tasks", prompted::add);
    }

    private static String field(Asked asked, String name) {
        return asked.form().stream()
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pollsUntilThePersonHasDecided() throws Exception {
        bench.server.answersInTurn(FakeServer.LOGIN, PENDING, PENDING, TOKENS);

        assertThat(logIn()).isEqualTo(new Tokens("a", 300, Optional.of("r"), Optional.of("tasks")));
        assertThat(prompted).extracting(DeviceCode::userCode).containsExactly("ABCD-EFGH");
        assertThat(bench.pauses).containsOnly(Duration.ofSeconds(5)).hasSize(3);
    }

    @Test
    void provesThatItIsWhoAskedForTheCode() throws Exception {
        bench.server.answersInTurn(FakeServer.LOGIN, TOKENS);
        logIn();

        Asked code = bench.server.asked(FakeServer.DEVICE).get(0);
        assertThat(code.form())
                .contains("client_id=a-client", "scope=tasks", "code_challenge_method=S256")
                .hasSize(4);
        Asked tokens = bench.server.asked(FakeServer.LOGIN).get(0);
        assertThat(tokens.form())
                .contains(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code",
                        "client_id=a-client", "device_code=device-secret")
                .hasSize(4);
        assertThat(new ProofKey(field(tokens, "code_verifier")).challenge()).isEqualTo(field(code, "code_challenge"));
    }

    @Test
    void slowsDownWhenToldTo() throws Exception {
        bench.server.answersInTurn(FakeServer.LOGIN, refusal("slow_down"), PENDING, refusal("slow_down"), TOKENS);
        logIn();

        assertThat(bench.pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L, 10L, 15L);
    }

    @Test
    void goesOnWhenTheServerIsAwayForAMoment() throws Exception {
        bench.server.answersInTurn(FakeServer.LOGIN, new Reply(502, ""), TOKENS);
        logIn();

        assertThat(bench.pauses).extracting(Duration::toSeconds).containsExactly(5L, 10L);
    }

    @Test
    void tellsThatItWasDeclined() {
        bench.server.answersInTurn(FakeServer.LOGIN, refusal("access_denied"));

        assertThatThrownBy(this::logIn)
                .isInstanceOf(LoginException.class)
                .hasMessage("the login at " + bench.server.address() + " was declined there");
    }

    @Test
    void tellsThatTheCodeIsTooOld() {
        bench.server.answersInTurn(FakeServer.LOGIN, PENDING, refusal("expired_token"));

        assertThatThrownBy(this::logIn)
                .isInstanceOf(LoginException.class)
                .hasMessage("nobody confirmed the code in time; log in again for a new one");
    }

    @Test
    void givesUpByItselfWhenTheCodeIsTooOld() {
        bench.server.answersInTurn(FakeServer.LOGIN, PENDING);

        assertThatThrownBy(this::logIn).hasMessageStartingWith("nobody confirmed");
        assertThat(bench.pauses).as("polls within 10 minutes").hasSize(119);
    }

    @Test
    void takesTheUsualIntervalWhereNoneIsNamed() throws Exception {
        bench.server.answers(
                FakeServer.DEVICE,
                200,
                "{\"device_code\": \"d\", \"user_code\": \"u\", \"verification_uri\": \"v\", \"expires_in\": 60}");
        bench.server.answersInTurn(FakeServer.LOGIN, TOKENS);
        logIn();

        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void tellsWhyThereIsNoCode() {
        bench.server.answers(
                FakeServer.DEVICE,
                400,
                "{\"error\": \"invalid_request\", \"error_description\": \"Missing parameter: code_challenge_method\"}");

        assertThatThrownBy(this::logIn)
                .isInstanceOf(LoginException.class)
                .hasMessageEndingWith("was refused: invalid_request (Missing parameter: code_challenge_method)");
    }

    @Test
    void keepsSecretsOutOfItsWords() throws Exception {
        bench.server.answersInTurn(FakeServer.LOGIN, TOKENS);
        logIn();

        assertThat(prompted.get(0).toString()).doesNotContain("device-secret");
    }
}
