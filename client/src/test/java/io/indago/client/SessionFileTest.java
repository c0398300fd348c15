package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {
    static final Session SESSION = new Session(
            URI.create("http://hub"),
            URI.create("http://login"),
            "indago-cli",
            "tasks users",
            "access",
            Instant.parse("2026-11-20T10:00:00.5Z"),
            Optional.of("refresh"));

    @TempDir
    private Path folder;

    private SessionFile file() {
        return new SessionFile(folder.resolve("new/indago/session.json"));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keepsWhatItIsGiven() throws Exception {
        assertThat(file().read()).isEmpty();

        file().write(SESSION);

        assertThat(file().read()).contains(SESSION);
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        file().write(SESSION);

        assertThat(permissions(file().path())).isEqualTo("rw-------");
        assertThat(permissions(file().path().getParent())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void isNotTrustedWhenOthersCanOpenIt(String permissions) throws Exception {
        file().write(SESSION);
        Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(file()::read)
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("is open to other users")
                .hasMessageNotContaining("refresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"refreshToken\": \"secret-1\"}", "[\"secret-1\"]"})
    void saysWhatToDoWhenItIsBroken(String text) throws Exception {
        file().write(SESSION);
        Files.writeString(file().path(), text);

        assertThatThrownBy(file()::read)
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("can't be read")
                .hasMessageNotContaining("secret-1");
    }

    @Test
    void changesTheLatestAndSavesIt() throws Exception {
        file().write(SESSION);
        Session other =
                new Session(SESSION.hub(), SESSION.issuer(), "other", "tasks", "a", Instant.EPOCH, Optional.empty());

        assertThat(file().change(latest -> {
                    assertThat(latest).isEqualTo(SESSION);
                    return other;
                }))
                .isEqualTo(other);
        assertThat(file().read()).contains(other);
    }

    @Test
    void changesNothingAfterALogout() throws Exception {
        file().write(SESSION);
        file().delete();

        assertThatThrownBy(() -> file().change(latest -> latest))
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("logged out");
        assertThat(file().read()).isEmpty();
    }

    @Test
    void isWhereTheSpecificationWantsIt() {
        assertThat(SessionFile.of(Map.of("HOME", "/home/a")).path())
                .isEqualTo(Path.of("/home/a/.config/indago/session.json"));
        assertThat(SessionFile.of(Map.of("HOME", "/home/a", "XDG_CONFIG_HOME", "/etc/a"))
                        .path())
                .isEqualTo(Path.of("/etc/a/indago/session.json"));
        assertThat(SessionFile.of(Map.of("HOME", "/home/a", "XDG_CONFIG_HOME", "relative"))
                        .path())
                .isEqualTo(Path.of("/home/a/.config/indago/session.json"));
    }

    @Test
    void keepsSecretsOutOfItsWords() {
        assertThat(SESSION).hasToString("session at http://hub");
    }
}
