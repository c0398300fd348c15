package io.indago.hub.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a Keycloak made up here, which shows what it is told to; 403 for the rest. */
class AdminAccessTest {
    private static final String REALM = "/realms/indago";
    private static final String ADMIN = "/admin/realms/indago";
    private static final String TOKEN = REALM + "/protocol/openid-connect/token";

    private final Map<String, String> shown = new HashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private HttpServer keycloak;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(TOKEN)) {
                tokens.incrementAndGet();
            }
            byte[] body = shown.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(shown.containsKey(path) ? 200 : 403, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keycloak.start();
        roles("query-users", "query-groups");
        shown.put(ADMIN + "/groups", "[{\"name\": \"hub-admins\", \"access\": {\"manageMembers\": true}}]");
        shown.put(ADMIN + "/users", "[]");
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void isUsedWhenItMayDoWhatItNeedsAndNoMore() {
        AdminAccess access = access();

        assertThat(access.refusal()).isEmpty();
        assertThat(access.findings()).extracting(Finding::code).containsExactly("realm-unseen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manage-users", "realm-admin", "manage-clients", "impersonation", "view-users"})
    void isNotUsedWithAnotherRole(String role) {
        roles("query-users", "query-groups", role);

        refuses("admin-too-mighty", role);
    }

    @ParameterizedTest
    @CsvSource({
        "/users/the-hub, {}, all users",
        "/clients, [], clients",
        "/groups, '[{\"name\": \"realm-admins\", \"access\": {\"manageMembership\": true}}]', realm-admins",
        "/groups, '[{\"name\": \"break-glass\", \"access\": {\"manage\": true}}]', break-glass"
    })
    void isNotUsedWhenKeycloakShowsThatItMayDoMore(String path, String body, String why) {
        shown.put(ADMIN + path, body);

        refuses("admin-too-mighty", why);
    }

    @Test
    void mayLookAtAnotherGroup() {
        shown.put(ADMIN + "/groups", "[{\"name\": \"sales\", \"access\": {\"view\": true, \"manage\": false}}]");

        assertThat(access().refusal()).isEmpty();
    }

    @Test
    void saysThatKeycloakDoesNotTakeItsSecret() {
        shown.remove(TOKEN);

        refuses("admin-rejected", "indago.keycloak.admin-secret");
    }

    @Test
    void saysThatItHasNoSecret() {
        AdminAccess access = access("");

        assertThat(access.refusal()).isPresent();
        assertThat(access.findings()).extracting(Finding::code).containsExactly("admin-off");
        assertThat(tokens).hasValue(0);
    }

    @Test
    void saysThatItCouldNotLookAndLooksAgainForTheNext() {
        AdminAccess access = access();
        shown.put(TOKEN, "not json");
        assertThat(access.findings()).extracting(Finding::code).containsExactly("admin-unchecked");
        assertThat(access.refusal()).isPresent();

        roles("query-users", "query-groups");

        assertThat(access.refusal()).isEmpty();
    }

    @Test
    void looksAgainAfterMinutesOnly() {
        AdminAccess access = access();
        assertThat(access.refusal()).isEmpty();
        assertThat(access.refusal()).isEmpty();
        assertThat(tokens).hasValue(1);

        roles("realm-admin");
        now.set(now.get().plus(Duration.ofMinutes(6)));

        assertThat(access.refusal()).isPresent();
        assertThat(tokens).hasValue(2);
    }

    @Test
    void warnsOfDemoUsers() {
        shown.put(ADMIN + "/users", "[{\"username\": \"admin\"}]");
        AdminAccess access = access();

        assertThat(access.findings()).extracting(Finding::code).contains("demo-users");
        assertThat(access.refusal()).isEmpty();
    }

    private void refuses(String code, String why) {
        AdminAccess access = access();
        assertThat(access.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(access.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(why));
    }

    private void roles(String... roles) {
        String token = new PlainJWT(new JWTClaimsSet.Builder()
                        .subject("the-hub")
                        .claim("resource_access", Map.of("realm-management", Map.of("roles", List.of(roles))))
                        .build())
                .serialize();
        shown.put(TOKEN, "{\"access_token\": \"" + signedLike(token) + "\"}");
    }

    /** In three parts, as Keycloak's; nobody verifies what comes from Keycloak itself. */
    private static String signedLike(String plain) {
        return "eyJhbGciOiJSUzI1NiJ9." + plain.split("\\.")[1] + ".c2ln";
    }

    private AdminAccess access() {
        return access("a-secret");
    }

    private AdminAccess access(String secret) {
        String realm = "http://127.0.0.1:" + keycloak.getAddress().getPort() + REALM;
        return new AdminAccess(
                SettingChecksTest.settings(Map.of("indago.keycloak.admin-secret", secret))
                        .keycloak(),
                new AdminApi(realm),
                new Stepping());
    }

    private final class Stepping extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
