package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.client.FakeServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTokenSourceTest {
    private static final Reply RENEWED =
            new Reply(200, "{\"access_token\": \"access-2\", \"expires_in\": 300, \"refresh_token\": \"refresh-2\"}");

    @TempDir
    private Path folder;

    private Bench bench;
    private Session session;

    @BeforeEach
    void setUp() throws Exception {
        bench = new Bench(folder);
        bench.server.answersInTurn(FakeServer.LOGIN, RENEWED);
        session = session("access-1", "refresh-1");
        bench.session.write(session);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Session session(String access, String refresh) {
        return new Session(
                bench.server.address(),
                bench.server.address(),
                "indago-cli",
                "tasks users",
                access,
                bench.clock().instant().plusSeconds(290),
                Optional.of(refresh));
    }

    private SessionTokenSource source(SessionStore store) {
        return new SessionTokenSource(new Transport(IndagoClient.usualHttp()), store, session, bench.clock());
    }

    @Test
    void usesATokenWhileItLasts() throws Exception {
        SessionTokenSource source = source(bench.session);
        bench.pause(Duration.ofSeconds(289));

        assertThat(source.token()).isEqualTo("access-1");
        assertThat(bench.server.asked(FakeServer.LOGIN)).isEmpty();
    }

    @Test
    void renewsItAndSavesTheNewRefreshToken() throws Exception {
        SessionTokenSource source = source(bench.session);
        bench.pause(Duration.ofSeconds(290));

        assertThat(source.token()).isEqualTo("access-2");
        assertThat(source.token()).isEqualTo("access-2");
        assertThat(bench.server.asked(FakeServer.LOGIN)).hasSize(1);
        assertThat(bench.server.asked(FakeServer.LOGIN).get(0).form())
                .containsExactlyInAnyOrder(
                        "grant_type=refresh_token", "client_id=indago-cli", "refresh_token=refresh-1");
        Session saved = bench.session.read().orElseThrow();
        assertThat(saved.refreshToken()).contains("refresh-2");
        assertThat(saved.scope()).isEqualTo("tasks users");
    }

    @Test
    void takesWhatAnotherProcessRenewedMeanwhile() throws Exception {
        SessionTokenSource source = source(bench.session);
        bench.pause(Duration.ofSeconds(290));
        bench.session.write(session("access-of-another", "refresh-of-another"));

        assertThat(source.token()).isEqualTo("access-of-another");
        assertThat(bench.server.asked(FakeServer.LOGIN)).isEmpty();
    }

    @Test
    void renewsATokenTheHubRefused() throws Exception {
        SessionTokenSource source = source(bench.session);
        source.refused("access-1");

        assertThat(source.token()).isEqualTo("access-2");
    }

    @Test
    void keepsARefreshTokenThatIsNotRotated() throws Exception {
        bench.server.answers(FakeServer.LOGIN, 200, "{\"access_token\": \"access-2\", \"expires_in\": 300}");
        SessionTokenSource source = source(bench.session);
        source.refused("access-1");
        source.token();

        assertThat(bench.session.read().orElseThrow().refreshToken()).contains("refresh-1");
    }

    @Test
    void worksWithoutAFileToo() throws Exception {
        SessionTokenSource source = source(SessionStore.inMemory(session));
        bench.session.delete();
        source.refused("access-1");

        assertThat(source.token()).isEqualTo("access-2");
        assertThat(bench.session.read()).isEmpty();
    }

    @Test
    void saysThatTheLoginIsOver() {
        bench.server.answers(
                FakeServer.LOGIN,
                400,
                "{\"error\": \"invalid_grant\", \"error_description\": \"Token is not active\"}");
        SessionTokenSource source = source(bench.session);
        source.refused("access-1");

        assertThatThrownBy(source::token)
                .isInstanceOf(LoginException.class)
                .hasMessage("the login at " + bench.server.address()
                        + " is over: invalid_grant (Token is not active); './indago login' starts a new one");
    }
}
