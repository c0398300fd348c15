package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub may do with its client {@code hub-admin} at the Admin API: manage the members of its groups. */
@ExtendWith(SharedStack.class)
class HubAdminIT {

    private static final String PASSWORD = "a-long-and-unheard-of-one";

    private final LocalStack stack;
    private final AdminApi keycloak;
    private final AdminApi hub;
    private final String name = "person-" + UUID.randomUUID();

    HubAdminIT(LocalStack stack) throws IOException, InterruptedException {
        this.stack = stack;
        keycloak = AdminApi.asKeycloakAdmin(stack);
        hub = AdminApi.asHub(stack);
    }

    /** A group that makes its members administrators of the realm, as somebody might have made one. */
    @BeforeEach
    void makeADangerousGroup() throws Exception {
        if (keycloak.status("POST", "/groups", "{\"name\": \"realm-admins\"}") == 201) {
            keycloak.send("POST", "/groups/" + keycloak.group("realm-admins") + roles(), realmAdmin());
        }
    }

    @Test
    void holdsNoMoreThanItNeeds() throws Exception {
        Credentials.Client client = stack.credentials().hubAdmin();
        Token token = Token.read(Token.request(
                stack.tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client.id(),
                        "client_secret",
                        client.secret())));

        JsonNode claims = AdminApi.read(token.claims());
        assertThat(claims.path("resource_access").size()).isEqualTo(1);
        assertThat(claims.at("/resource_access/realm-management/roles"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("query-users", "query-groups");
        assertThat(claims.has("realm_access")).isFalse();
        assertThat(claims.path("scope").asText()).isEmpty();
        assertThat(claims.has("aud")).isFalse();
    }

    @Test
    void makesAUserInOneStepWithGroupAndPassword() throws Exception {
        HttpResponse<String> made = hub.send("POST", "/users", """
                {"username": "%s", "enabled": true, "groups": ["/hub-analysts"],
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(name, PASSWORD));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Token token = Token.of(stack, new Credentials.Login(name, PASSWORD), "mon users tasks");
        assertThat(token.scopes()).containsExactlyInAnyOrder("users", "tasks");
    }

    @ParameterizedTest
    @CsvSource({"short-one, invalidPasswordMinLengthMessage", "Password1234!, invalidPasswordBlacklistedMessage"})
    void makesNobodyWithAWeakPassword(String password, String why) throws Exception {
        HttpResponse<String> refused = hub.send("POST", "/users", """
                {"username": "%s", "enabled": true, "groups": ["/hub-analysts"],
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(name, password));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(AdminApi.read(refused.body()).path("error").asText()).isEqualTo(why);
        assertThat(keycloak.get("/users?exact=true&username=" + name).size()).isZero();
    }

    @Test
    void saysWhenTheNameIsTaken() throws Exception {
        member("hub-analysts");

        assertThat(hub.status("POST", "/users", user("/hub-analysts"))).isEqualTo(409);
    }

    @Test
    void setsPasswordsAndDisablesAndLogsOut() throws Exception {
        String id = member("hub-analysts");

        assertThat(hub.status("PUT", "/users/" + id + "/reset-password", password(PASSWORD)))
                .isEqualTo(204);
        assertThat(hub.status("PUT", "/users/" + id + "/reset-password", password("weak")))
                .isEqualTo(400);
        assertThat(hub.status("PUT", "/users/" + id + "/reset-password", password(name)))
                .isEqualTo(400);
        assertThat(hub.status("PUT", "/users/" + id, "{\"enabled\": false}")).isEqualTo(204);
        assertThat(hub.status("POST", "/users/" + id + "/logout", "")).isEqualTo(204);
        assertThat(keycloak.get("/users/" + id).get("enabled").asBoolean()).isFalse();
    }

    @Test
    void movesMembersBetweenItsGroups() throws Exception {
        String id = member("hub-analysts");

        assertThat(hub.status("PUT", "/users/" + id + "/groups/" + hub.group("hub-auditors"), "{}"))
                .isEqualTo(204);
        assertThat(hub.status("DELETE", "/users/" + id + "/groups/" + hub.group("hub-analysts"), ""))
                .isEqualTo(204);
        assertThat(keycloak.get("/users/" + id + "/groups").findValuesAsText("name"))
                .containsExactly("hub-auditors");
    }

    /** By a policy for the client instead of its user the lists come back empty. */
    @Test
    void findsTheMembersOfItsGroupsAndNobodyElse() throws Exception {
        String id = member("hub-analysts");
        String outsider = outsider();

        assertThat(hub.get("/users?max=200").findValuesAsText("id"))
                .contains(id)
                .doesNotContain(outsider);
        assertThat(hub.get("/users?search=" + name).findValuesAsText("id")).containsExactly(id);
        assertThat(hub.get("/groups/" + hub.group("hub-analysts") + "/members?max=200")
                        .findValuesAsText("id"))
                .contains(id);
        assertThat(hub.get("/groups").findValuesAsText("name"))
                .containsExactlyInAnyOrder("hub-admins", "hub-analysts", "hub-auditors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients", "/roles", "/events", "/admin-events", "/client-scopes", "/components"})
    void readsNothingElseOfTheRealm(String path) throws Exception {
        assertThat(hub.status("GET", path, "")).isEqualTo(403);
    }

    @Test
    void changesNothingElseOfTheRealm() throws Exception {
        String ours = hub.group("hub-analysts");

        assertThat(hub.status("PUT", "", "{\"accessTokenLifespan\": 90000}")).isEqualTo(403);
        assertThat(hub.status("POST", "/clients", "{\"clientId\": \"other\"}")).isEqualTo(403);
        assertThat(hub.status("POST", "/groups", "{\"name\": \"other\"}")).isEqualTo(403);
        assertThat(hub.status("PUT", "/groups/" + ours, "{\"name\": \"other\"}"))
                .isEqualTo(403);
        assertThat(hub.status("POST", "/groups/" + ours + "/children", "{\"name\": \"other\"}"))
                .isEqualTo(403);
        assertThat(hub.status("POST", "/groups/" + ours + roles(), realmAdmin()))
                .isEqualTo(403);
    }

    @Test
    void makesNobodyOutsideItsGroups() throws Exception {
        assertThat(hub.status("POST", "/users", user(""))).isEqualTo(403);
        assertThat(hub.status("POST", "/users", user("/realm-admins"))).isEqualTo(403);
        assertThat(hub.status("POST", "/users", user("/break-glass"))).isEqualTo(403);
        // A fault in Keycloak's answer, not in its decision
        assertThat(hub.status("POST", "/users", user("/hub-analysts\", \"/realm-admins")))
                .isIn(403, 500);
        assertThat(keycloak.get("/users?exact=true&username=" + name).size()).isZero();
    }

    @Test
    void makesNobodyAnAdministratorOfTheRealm() throws Exception {
        String id = member("hub-admins");

        assertThat(hub.status("POST", "/users/" + id + roles(), realmAdmin())).isEqualTo(403);
        assertThat(hub.status("PUT", "/users/" + id + "/groups/" + keycloak.group("realm-admins"), "{}"))
                .isEqualTo(403);
        assertThat(hub.status("POST", "/users/" + id + "/impersonation", "")).isEqualTo(403);
        hub.send(
                "PUT",
                "/users/" + id,
                "{\"groups\": [\"/realm-admins\"], \"clientRoles\": {\"realm-management\":" + " [\"realm-admin\"]}}");
        hub.send("POST", "/users", """
                {"username": "%s-2", "enabled": true, "groups": ["/hub-analysts"],
                 "clientRoles": {"realm-management": ["realm-admin"]}}
                """.formatted(name));

        for (String each : new String[] {id, keycloak.user(name + "-2")}) {
            assertThat(keycloak.get("/users/" + each + roles()).size()).isZero();
            assertThat(keycloak.get("/users/" + each + "/groups").size()).isEqualTo(1);
        }
    }

    @Test
    void cannotTouchAnAdministratorOfTheRealm() throws Exception {
        String id = outsider();
        keycloak.send("POST", "/users/" + id + roles(), realmAdmin());

        isOutOfReach(id);
    }

    @Test
    void cannotTouchItself() throws Exception {
        isOutOfReach(keycloak.user("service-account-hub-admin"));
    }

    @Test
    void cannotTouchBreakGlassAccountsNotEvenInItsGroups() throws Exception {
        String id = outsider();
        for (String group : new String[] {"hub-admins", "break-glass"}) {
            assertThat(keycloak.status("PUT", "/users/" + id + "/groups/" + keycloak.group(group), "{}"))
                    .isEqualTo(204);
        }

        isOutOfReach(id);
        assertThat(hub.status("DELETE", "/users/" + id + "/groups/" + keycloak.group("break-glass"), ""))
                .isEqualTo(403);
        assertThat(hub.get("/users?max=200").findValuesAsText("id")).doesNotContain(id);
        String member = keycloak.user("analyst");
        assertThat(hub.status("PUT", "/users/" + member + "/groups/" + keycloak.group("break-glass"), "{}"))
                .isEqualTo(403);
    }

    private void isOutOfReach(String id) throws Exception {
        assertThat(hub.status("GET", "/users/" + id, "")).isEqualTo(403);
        assertThat(hub.status("PUT", "/users/" + id, "{\"enabled\": false}")).isEqualTo(403);
        assertThat(hub.status("PUT", "/users/" + id + "/reset-password", password(PASSWORD)))
                .isEqualTo(403);
        assertThat(hub.status("POST", "/users/" + id + "/logout", "")).isEqualTo(403);
        assertThat(hub.status("PUT", "/users/" + id + "/groups/" + hub.group("hub-analysts"), "{}"))
                .isEqualTo(403);
        assertThat(hub.status("DELETE", "/users/" + id, "")).isEqualTo(403);
    }

    private String member(String group) throws Exception {
        assertThat(hub.status("POST", "/users", user("/" + group))).isEqualTo(201);
        return hub.user(name);
    }

    private String outsider() throws Exception {
        String username = name + "-outside";
        assertThat(keycloak.status("POST", "/users", "{\"username\": \"" + username + "\", \"enabled\": true}"))
                .isEqualTo(201);
        return keycloak.user(username);
    }

    private String user(String group) {
        String groups = group.isEmpty() ? "[]" : "[\"" + group + "\"]";
        return "{\"username\": \"" + name + "\", \"enabled\": false, \"groups\": " + groups + "}";
    }

    private static String password(String value) {
        return "{\"type\": \"password\", \"temporary\": false, \"value\": \"" + value + "\"}";
    }

    private String roles() throws Exception {
        return "/role-mappings/clients/" + keycloak.client("realm-management");
    }

    private String realmAdmin() throws Exception {
        return "[" + keycloak.get("/clients/" + keycloak.client("realm-management") + "/roles/realm-admin") + "]";
    }
}
