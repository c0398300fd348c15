package io.indago.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.local.Credentials.Login;
import io.indago.local.LocalStack;
import io.indago.local.SharedStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The realm of a real Keycloak, spoilt and mended. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealmApplyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final KeycloakAdmin admin;
    private final URI keycloak;
    private final Login login;
    private final StringWriter out = new StringWriter();

    RealmApplyIT(LocalStack stack) {
        String address = stack.issuer().resolve("/").toString();
        keycloak = URI.create(address.substring(0, address.length() - 1));
        login = stack.credentials().keycloakAdmin();
        admin = new KeycloakAdmin(keycloak, "indago", login.username(), login.password());
    }

    /** The other classes have the same realm. */
    @AfterEach
    void theRealmIsWholeAgain() {
        run();
    }

    /** The first, before anything was applied. */
    @Test
    @Order(1)
    void hasNothingToDoAfterAnImport() {
        assertThat(run("--dry-run")).as(out.toString()).isZero();
        assertThat(out.toString().lines()).containsExactly("The realm is as the file says.");
    }

    @Test
    void tellsWhatIsOtherwiseAndMakesItSo() {
        admin.put("", JSON.createObjectNode().put("accessTokenLifespan", 3600));
        String cli = "/clients/" + client("indago-cli");
        admin.put(cli, ((ObjectNode) admin.get(cli)).put("directAccessGrantsEnabled", true));
        admin.delete(cli + "/optional-client-scopes/" + scope("mon:read"), NOTHING);
        String mappers = "/client-scopes/" + scope("tasks") + "/protocol-mappers/models";
        admin.delete(mappers + "/" + admin.get(mappers).path(0).path("id").asText(), NOTHING);
        String analysts =
                "/groups/" + id("/groups", "name", "hub-analysts") + "/role-mappings/clients/" + client("hub-api");
        admin.post(analysts, role("mon"));
        String needs = "/client-scopes/" + scope("mon") + "/scope-mappings/clients/" + client("hub-api");
        admin.delete(needs, role("mon"));
        admin.delete("/default-optional-client-scopes/" + scope("users"), NOTHING);
        admin.put("/default-default-client-scopes/" + scope("users"), JSON.createObjectNode());

        assertThat(run("--dry-run")).isEqualTo(3);
        assertThat(out.toString().lines())
                .contains(
                        "realm: accessTokenLifespan 3600 -> 300",
                        "client indago-cli: directAccessGrantsEnabled true -> false",
                        "client indago-cli, optional scopes: add mon:read",
                        "client scope tasks: add mapper hub-api audience",
                        "group hub-analysts, roles of hub-api: remove mon",
                        "client scope mon, needs roles of hub-api: add mon",
                        "new clients, default scopes: remove users",
                        "new clients, optional scopes: add users");
        assertThat(admin.get("").path("accessTokenLifespan").intValue()).isEqualTo(3600);

        assertThat(run()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("changed; now the realm is as the file says.");
        assertThat(admin.get("").path("accessTokenLifespan").intValue()).isEqualTo(300);
        assertThat(admin.get(needs).findValuesAsText("name")).containsExactly("mon");
        assertThat(admin.get(analysts).findValuesAsText("name")).containsExactlyInAnyOrder("tasks", "users");
        assertThat(run("--dry-run")).as(out.toString()).isZero();
    }

    @Test
    void makesWhatALaterVersionBrings(@TempDir Path folder) throws IOException {
        String group = "5f1c8a52-6a0e-4d0b-9c39-1b7d1f0e0aff";
        String file = laterVersion(folder, group);
        try {
            assertThat(run("--file", file)).isEqualTo(1);
            assertThat(out.toString())
                    .contains("client later has to be made, and the variable of its secret is not set");

            assertThat(run(Map.of("LATER_SECRET", "of-later"), "--file", file))
                    .as(out.toString())
                    .isZero();
            assertThat(out.toString().lines())
                    .contains("client later: made", "role later of hub-api: made", "group hub-later: made");
            assertThat(out.toString()).doesNotContain("of-later");
            assertThat(admin.get("/groups/" + group).path("name").asText()).isEqualTo("hub-later");
            assertThat(admin.get("/clients/" + client("later")).path("secret").asText())
                    .isEqualTo("of-later");
            assertThat(run(Map.of("LATER_SECRET", "another"), "--dry-run", "--file", file))
                    .as("secrets are rotated elsewhere: " + out)
                    .isZero();
        } finally {
            remove("/groups", "name", "hub-later");
            remove("/clients", "clientId", "later");
            remove("/client-scopes", "name", "later");
            admin.delete("/clients/" + client("hub-api") + "/roles/later", NOTHING);
        }
    }

    @Test
    void saysWhyItCanNotLogIn() {
        assertThat(run(Map.of("INDAGO_KEYCLOAK_PASSWORD", "wrong"))).isEqualTo(1);
        assertThat(out.toString()).contains(login.username() + " can't log in", "Invalid user credentials");
    }

    /** The realm file with one of each kind more, and with the secret of the client left open. */
    private static String laterVersion(Path folder, String group) throws IOException {
        ObjectNode file =
                JSON.readValue(Files.readString(HOME.resolve("keycloak/indago-realm.json")), ObjectNode.class);
        array(file, "/clientScopes").addObject().put("name", "later").put("protocol", "openid-connect");
        array(file, "/roles/client/hub-api").addObject().put("name", "later");
        ObjectNode later = array(file, "/groups").addObject().put("id", group).put("name", "hub-later");
        later.putObject("clientRoles").putArray("hub-api").add("tasks");
        ObjectNode client = array(file, "/clients")
                .addObject()
                .put("clientId", "later")
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", "${LATER_SECRET}")
                .put("fullScopeAllowed", false);
        client.putArray("defaultClientScopes").add("basic");
        client.putArray("optionalClientScopes").add("later");
        return Files.writeString(folder.resolve("realm.json"), file.toString()).toString();
    }

    private static ArrayNode array(ObjectNode file, String path) {
        return (ArrayNode) file.at(path);
    }

    private int run(String... words) {
        return run(Map.of(), words);
    }

    private int run(Map<String, String> besides, String... words) {
        out.getBuffer().setLength(0);
        Map<String, String> environment = new HashMap<>(Map.of("INDAGO_KEYCLOAK_PASSWORD", login.password()));
        environment.putAll(besides);
        return new CommandLine(new Main(HOME, environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(Stream.concat(
                                Stream.of("--keycloak", keycloak + "/", "--user", login.username()), Stream.of(words))
                        .toArray(String[]::new));
    }

    private JsonNode role(String name) {
        return JSON.createArrayNode().add(admin.get("/clients/" + client("hub-api") + "/roles/" + name));
    }

    private String client(String name) {
        return id("/clients", "clientId", name);
    }

    private String scope(String name) {
        return id("/client-scopes", "name", name);
    }

    private String id(String path, String field, String name) {
        return Found.of(admin.get(path), field).id(name).orElseThrow();
    }

    private void remove(String path, String field, String name) {
        Found.of(admin.get(path), field).id(name).ifPresent(id -> admin.delete(path + "/" + id, NOTHING));
    }
}
