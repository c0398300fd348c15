package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Keycloak made of the realm file, as its Admin API tells it. */
@ExtendWith(SharedStack.class)
class RealmIT {

    private static final List<String> FLOWS = List.of(
            "standardFlowEnabled",
            "implicitFlowEnabled",
            "directAccessGrantsEnabled",
            "serviceAccountsEnabled",
            "oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled");

    private final LocalStack stack;
    private final AdminApi api;

    RealmIT(LocalStack stack) throws IOException, InterruptedException {
        this.stack = stack;
        api = AdminApi.asKeycloakAdmin(stack);
    }

    @Test
    void guardsPasswordsAndKeepsTokensShort() throws Exception {
        JsonNode realm = api.get("");

        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.get("waitIncrementSeconds").asInt()).isEqualTo(60);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isEqualTo(900);
        // What the hub's own limit, below which one address locks nobody out, is made for
        assertThat(realm.get("maxDeltaTimeSeconds").asInt()).isEqualTo(900);
        assertThat(realm.get("quickLoginCheckMilliSeconds").asInt()).isZero();
        assertThat(realm.get("passwordPolicy").asText().split(" and "))
                .containsExactlyInAnyOrder(
                        "length(12)",
                        "maxLength(128)",
                        "notUsername(undefined)",
                        "notEmail(undefined)",
                        "passwordHistory(5)",
                        "passwordBlacklist(breached-passwords.txt)");
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("accessTokenLifespanForImplicitFlow").asInt()).isLessThanOrEqualTo(900);
        assertThat(realm.get("accessCodeLifespan").asInt()).isEqualTo(60);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isEqualTo(1800);
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isEqualTo(36000);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("refreshTokenMaxReuse").asInt()).isZero();
        assertThat(realm.get("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.get("adminPermissionsEnabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registrationAllowed",
                "resetPasswordAllowed",
                "editUsernameAllowed",
                "rememberMe",
                "loginWithEmailAllowed",
                "duplicateEmailsAllowed",
                "adminEventsDetailsEnabled"
            })
    void leavesOff(String setting) throws Exception {
        assertThat(api.get("").get(setting).asBoolean()).isFalse();
    }

    @Test
    void recordsWhatHappens() throws Exception {
        JsonNode realm = api.get("");

        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("eventsExpiration").asInt()).isEqualTo(2_592_000);
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
    }

    @Test
    void allowsThePasswordGrantToOneClientOnly() throws Exception {
        List<String> allowed = new ArrayList<>();
        for (JsonNode client : api.get("/clients")) {
            if (client.get("directAccessGrantsEnabled").asBoolean()) {
                allowed.add(client.get("clientId").asText());
            }
        }

        assertThat(allowed).containsExactly("hub-legacy-login");
    }

    /** But for Keycloak's own console, whose tokens are good for the Admin API alone. */
    @Test
    void letsNoClientHaveMoreThanItsScopes() throws Exception {
        List<String> unbounded = new ArrayList<>();
        for (JsonNode client : api.get("/clients")) {
            if (client.get("fullScopeAllowed").asBoolean()) {
                unbounded.add(client.get("clientId").asText());
            }
        }

        assertThat(unbounded).containsExactly("security-admin-console");
    }

    @ParameterizedTest
    @CsvSource({
        "hub-api, ''",
        "admin-cli, ''",
        "hub-legacy-login, directAccessGrantsEnabled",
        "indago-cli, oauth2.device.authorization.grant.enabled",
        "indago-portal, standardFlowEnabled",
        "indago-soar, serviceAccountsEnabled",
        "hub-admin, serviceAccountsEnabled",
        "admin-permissions, serviceAccountsEnabled"
    })
    void givesEachClientItsFlowAndNoOther(String clientId, String flow) throws Exception {
        JsonNode client = client(clientId);

        for (String each : FLOWS) {
            boolean on = client.path(each).asBoolean()
                    || client.path("attributes").path(each).asText().equals("true");
            assertThat(on).as(each).isEqualTo(each.equals(flow));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hub-legacy-login, false, mon mon:read tasks users",
        "indago-cli, true, mon mon:read tasks users",
        "indago-portal, false, mon mon:read tasks users",
        "indago-soar, false, tasks",
        "hub-admin, false, ''"
    })
    void givesEachClientTheScopesItMayAskFor(String clientId, boolean open, String scopes) throws Exception {
        JsonNode client = client(clientId);

        assertThat(client.get("publicClient").asBoolean()).isEqualTo(open);
        assertThat(texts(client.get("defaultClientScopes"))).containsExactly("basic");
        assertThat(String.join(" ", texts(client.get("optionalClientScopes")))).isEqualTo(scopes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indago-cli", "indago-portal"})
    void wantsAProofKeyFromClientsOfPeople(String clientId) throws Exception {
        assertThat(client(clientId).at("/attributes/pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void sendsThePortalBackToOneAddressOnly() throws Exception {
        JsonNode portal = client("indago-portal");

        assertThat(texts(portal.get("redirectUris")))
                .containsExactly("http://127.0.0.1:8080/login/oauth2/code/keycloak");
        assertThat(portal.at("/attributes/post.logout.redirect.uris").asText()).isEqualTo("http://127.0.0.1:8080/");
        assertThat(portal.at("/attributes/backchannel.logout.url").asText())
                .isEqualTo("http://127.0.0.1:8080/logout/connect/back-channel/keycloak");
        assertThat(portal.at("/attributes/backchannel.logout.session.required").asText())
                .isEqualTo("true");
        assertThat(texts(portal.get("webOrigins"))).isEmpty();
    }

    @Test
    void hasNoWildcardInAnyAddressOfOurs() throws Exception {
        for (JsonNode client : api.get("/clients")) {
            String id = client.get("clientId").asText();
            if (id.startsWith("indago-") || id.startsWith("hub-")) {
                assertThat(client.path("redirectUris").toString()).as(id).doesNotContain("*");
                assertThat(client.path("attributes")
                                .path("post.logout.redirect.uris")
                                .asText())
                        .as(id)
                        .doesNotContain("*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hub-analysts, tasks users",
        "hub-admins, mon mon:read tasks users",
        "hub-auditors, mon:read users",
        "break-glass, ''"
    })
    void givesEachGroupItsRolesAndNoOthers(String group, String roles) throws Exception {
        JsonNode found = api.get("/groups/" + api.group(group));

        assertThat(String.join(" ", texts(found.at("/clientRoles/hub-api")))).isEqualTo(roles);
        assertThat(found.get("clientRoles").size()).isEqualTo(roles.isEmpty() ? 0 : 1);
        assertThat(found.get("realmRoles").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mon", "mon:read", "users", "tasks"})
    void tiesEachScopeToTheRoleOfItsName(String scope) throws Exception {
        JsonNode found = null;
        for (JsonNode each : api.get("/client-scopes")) {
            found = each.get("name").asText().equals(scope) ? each : found;
        }
        JsonNode roles = api.get(
                "/client-scopes/" + found.get("id").asText() + "/scope-mappings/clients/" + api.client("hub-api"));

        assertThat(found.at("/attributes/include.in.token.scope").asText()).isEqualTo("true");
        assertThat(found.at("/protocolMappers/0/config/included.client.audience")
                        .asText())
                .isEqualTo("hub-api");
        assertThat(roles.findValuesAsText("name")).containsExactly(scope);
        // A role's parts count as the role where Keycloak decides who may have a scope
        assertThat(roles.findValuesAsText("composite")).containsExactly("false");
    }

    @Test
    void givesNewcomersNothing() throws Exception {
        JsonNode parts = api.get("/roles/default-roles-indago/composites");

        assertThat(new TreeSet<>(parts.findValuesAsText("name"))).doesNotContain("mon", "mon:read", "users", "tasks");
        assertThat(api.get("/default-groups").size()).isZero();
    }

    /** The realm file brings a component of its own; Keycloak must not take that for all there are to be. */
    @Test
    void letsStrangersRegisterNoClient() throws Exception {
        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.issuer() + "/clients-registrations/openid-connect"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"redirect_uris\": [\"http://other.test/cb\"]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void hasNoRolesThatLeakIntoEveryClient() throws Exception {
        assertThat(api.get("/roles").findValuesAsText("name"))
                .containsExactlyInAnyOrder("default-roles-indago", "offline_access", "uma_authorization");
    }

    private JsonNode client(String clientId) throws IOException, InterruptedException {
        return api.get("/clients/" + api.client(clientId));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array instanceof ArrayNode) {
            array.forEach(each -> texts.add(each.asText()));
        }
        texts.sort(null);
        return texts;
    }
}
