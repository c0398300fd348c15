package io.indago.hub.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.indago.host.SecretSource.UnreadableSecretException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that speaks as much of Vault's KV version 2 as is documented for reading. */
class VaultSecretsTest {
    private static final String TOKEN = "hvs.CANARY-token";

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>();
    private HttpServer server;
    private VaultSecrets vault;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        vault = new VaultSecrets(url(), TOKEN, "kv", Optional.of("soc"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void areReadFromTheLatestVersion() throws Exception {
        secrets.put("/v1/kv/data/indago/shodan", """
                {"request_id": "1", "lease_id": "", "renewable": false, "lease_duration": 0, "warnings": null,
                 "data": {"data": {"api-key": "first", "port": 7}, "metadata": {"version": 3, "destroyed": false}}}""");

        assertThat(vault.read("indago/shodan#api-key")).isEqualTo("first");
        assertThat(asked).containsExactly("/v1/kv/data/indago/shodan");
        assertThat(namespaces).containsExactly("soc");
    }

    @Test
    void keepTheirPlaceWhateverTheirName() throws Exception {
        secrets.put("/v1/kv/data/a%20b/c%3Fd%23e", "{\"data\": {\"data\": {\"k\": \"v\"}}}");

        assertThat(vault.read("a b/c?d#e#k")).isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "indago", "#key", "indago/#key", "/indago#key", "indago/../sys#key", "indago#", "a//b#k"})
    void areNotLookedForUnderANameThatIsNone(String name) {
        assertThatThrownBy(() -> vault.read(name))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage("is no reference: expected vault:<path>#<field>");
        assertThat(asked).isEmpty();
    }

    @Test
    void sayWhyThereIsNone() {
        secrets.put("/v1/kv/data/indago/shodan", "{\"data\": {\"data\": {\"port\": 7}}}");
        secrets.put("/v1/kv/data/broken", "<html>CANARY-body</html>");

        assertThatThrownBy(() -> vault.read("indago/shodan#api-key")).hasMessageContaining("has no such field");
        assertThatThrownBy(() -> vault.read("indago/shodan#port")).hasMessageContaining("is no text");
        assertThatThrownBy(() -> vault.read("indago/none#api-key"))
                .hasMessage("can't be read: there is no such secret in Vault, or it was deleted");
        assertThatThrownBy(() -> vault.read("broken#k"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void sayThatTheTokenMayNotReadThem() {
        VaultSecrets other = new VaultSecrets(url(), "hvs.CANARY-other", "kv", Optional.empty());

        assertThatThrownBy(() -> other.read("indago/shodan#api-key"))
                .hasMessage("can't be read: Vault does not allow it to the hub's token");
    }

    @Test
    void sayThatVaultIsAwayAndLeaveItAloneForAMoment() {
        server.stop(0);
        long begun = System.nanoTime();
        for (int reference = 0; reference < 50; reference++) {
            assertThatThrownBy(() -> vault.read("indago/shodan#api-key"))
                    .isInstanceOf(UnreadableSecretException.class)
                    .hasMessage("can't be read: Vault does not answer");
        }

        assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
    }

    @Test
    void areAskedForNowhereElse() {
        secrets.put("/v1/kv/data/moved", "307");

        assertThatThrownBy(() -> vault.read("moved#k")).isInstanceOf(UnreadableSecretException.class);
        assertThat(asked).containsExactly("/v1/kv/data/moved");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        asked.add(path);
        namespaces.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Namespace")));
        boolean allowed = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        String body = secrets.getOrDefault(path, "{\"errors\": []}");
        int status = allowed ? secrets.containsKey(path) ? 200 : 404 : 403;
        if (body.equals("307")) {
            status = 307;
            exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
