package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.client.FakeServer.Asked;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
    private static final String ADA = """
            {"username": "ada", "subject": "7f", "enabled": false, "firstName": "Ada", "lastName": "L\\u001b[31m",
             "groups": ["hub-analysts"], "lastAuthentication": "2026-11-21T05:50:01Z"}""";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(folder);
        bench.server.answers("/api/admin/users", 200, """
                {"users": [{"username": "ada", "enabled": true, "lastRequest": "2026-11-21T05:50:01Z"},
                           {"username": "bob", "enabled": false}], "offset": 0, "limit": 2, "total": 7}""");
        bench.server.answers("/api/admin/user/ada", 200, ADA);
        bench.server.answers("/api/admin/user", 201, ADA);
        bench.server.answers("/api/admin/user/status", 200, ADA);
        bench.server.answers("/api/admin/user/password", 200, ADA);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Asked asked(String path) {
        assertThat(bench.server.asked(path)).hasSize(1);
        return bench.server.asked(path).get(0);
    }

    @Test
    void listsUsersAsTheAdmin() {
        assertThat(bench.run("users")).isZero();

        assertThat(bench.out()).isEqualTo("""
                USER  STATE     LAST LOGIN  LAST REQUEST
                ada   enabled   -           2026-11-21 05:50
                bob   disabled  -           -
                2 of 7; the next with --offset 2
                """);
        assertThat(asked(FakeServer.LOGIN).form()).contains("username=admin");
    }

    @Test
    void searches() {
        assertThat(bench.run("users", "list", "--search", "a b", "--limit", "2", "--offset", "4"))
                .isZero();

        assertThat(asked("/api/admin/users").query()).contains("search=a+b", "limit=2", "offset=4");
    }

    @Test
    void showsOneAndLetsNoNameSteerTheTerminal() {
        assertThat(bench.run("users", "show", "ada")).isZero();

        assertThat(bench.out())
                .startsWith("ada\n")
                .contains("disabled", "hub-analysts", "2026-11-21 05:50:01 UTC")
                .doesNotContain("\u001b");
    }

    @Test
    void makesOneWithAPasswordFromStandardInput() {
        bench.types("a long enough one\n");

        assertThat(bench.run("users", "create", "ada", "--group", "hub-auditors", "--email", "ada@example.org"))
                .isZero();

        assertThat(asked("/api/admin/user").body())
                .contains(
                        "\"username\":\"ada\"",
                        "\"password\":\"a long enough one\"",
                        "\"group\":\"hub-auditors\"",
                        "\"email\":\"ada@example.org\"");
        assertThat(bench.out() + bench.err()).doesNotContain("a long enough one");
    }

    @Test
    void makesNobodyWithoutAPassword() {
        bench.types("");

        assertThat(bench.run("users", "create", "ada")).isEqualTo(3);

        assertThat(bench.server.asked("/api/admin/user")).isEmpty();
    }

    @Test
    void disablesAndEnables() {
        assertThat(bench.run("users", "disable", "ada")).isZero();
        assertThat(asked("/api/admin/user/status").body()).contains("\"enabled\":false");

        assertThat(bench.run("users", "enable", "ada")).isZero();
        assertThat(bench.server.asked("/api/admin/user/status").get(1).body()).contains("\"enabled\":true");
    }

    @Test
    void resetsAPassword() {
        bench.types("a long enough one\n");

        assertThat(bench.run("users", "reset-password", "ada")).isZero();

        assertThat(asked("/api/admin/user/password").body()).contains("\"password\":\"a long enough one\"");
    }

    @Test
    void saysThatThereIsNoSuchUser() {
        bench.server.answers("/api/admin/user/eve", 404, """
                {"type": "urn:indago:problem:not-found", "detail": "There is no such user."}""");

        assertThat(bench.run("users", "show", "eve")).isEqualTo(2);

        assertThat(bench.err()).contains("There is no such user.");
    }

    @Test
    void saysWhatToDoAboutALoginThatMayNot() {
        bench.server.answers("/api/admin/users", 403, """
                {"type": "urn:indago:problem:forbidden", "detail": "The token lacks the scope this operation needs."}""");

        assertThat(bench.run("users")).isEqualTo(3);

        assertThat(bench.err()).contains("./indago login --scope");
    }

    @Test
    void changesOnesOwnPassword() {
        bench.server.answers("/api/me/password", 200, """
                {"username": "analyst", "message": "The password is changed. Log in again."}""");
        bench.types("old one\nnew one\n");

        assertThat(bench.run("passwd")).isZero();

        assertThat(asked("/api/me/password").body())
                .contains("\"current_password\":\"old one\"", "\"new_password\":\"new one\"");
        assertThat(bench.err()).contains("The password is changed.").doesNotContain("new one");
    }
}
