package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.client.Settings.SetupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final String COMPLETE = """
            hub.url=http\\://127.0.0.1\\:8080
            keycloak.issuer=http\\://127.0.0.1\\:8180/realms/indago
            keycloak.token-endpoint=http\\://127.0.0.1\\:8180/realms/indago/protocol/openid-connect/token
            login.client-id=hub-legacy-login
            login.client-secret=s\\=cret
            analyst.username=analyst
            analyst.password=pass
            admin.username=admin
            admin.password=word
            """;

    @TempDir
    private Path state;

    private Settings settings(String text) throws IOException, SetupException {
        Files.writeString(state.resolve("demo.properties"), text);
        return Settings.in(state);
    }

    @Test
    void readsWhatTheLocalStackWrote() throws Exception {
        assertThat(settings(COMPLETE))
                .isEqualTo(new Settings(
                        URI.create("http://127.0.0.1:8080"),
                        URI.create("http://127.0.0.1:8180/realms/indago"),
                        URI.create("http://127.0.0.1:8180/realms/indago/protocol/openid-connect/token"),
                        new PasswordLogin("hub-legacy-login", "s=cret", "analyst", "pass"),
                        new PasswordLogin("hub-legacy-login", "s=cret", "admin", "word")));
    }

    @Test
    void saysWhatToDoWhenNothingIsSetUp() {
        assertThatThrownBy(() -> Settings.in(state.resolve("nowhere")))
                .isInstanceOf(SetupException.class)
                .hasMessage("No local hub is set up here; run ./indago up first, or ./indago login for one elsewhere");
    }

    @Test
    void namesTheMissingKey() {
        assertThatThrownBy(() -> settings(COMPLETE.replace("analyst.password=pass", "analyst.password=")))
                .isInstanceOf(SetupException.class)
                .hasMessageEndingWith("demo.properties does not say 'analyst.password'; ./indago up writes it anew");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> settings(COMPLETE.replace("hub.url=http", "hub.url=ftp")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("hub.url: 'ftp://127.0.0.1:8080' is not the address of a server");
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Files.createDirectory(state.resolve("demo.properties"));

        assertThatThrownBy(() -> Settings.in(state))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("can't be read");
    }
}
