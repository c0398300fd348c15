package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.routes.audit.RefusalTally;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Logins by password and the administration of users, with the real Keycloak. */
@ExtendWith({RunningHub.Extension.class, OutputCaptureExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {
    private static final String ANALYSTS = "hub-analysts";

    private final RunningHub first;
    private AccountHub hub;
    private String admin;

    AccountsIT(RunningHub first) {
        this.first = first;
    }

    @BeforeAll
    void startReplica() {
        hub = new AccountHub(first);
        admin = first.token("admin", "tasks users mon");
    }

    @AfterAll
    void stopReplica() {
        if (hub != null) {
            hub.close();
        }
    }

    private String analystsPassword() {
        return first.stack().credentials().analyst().password();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = AccountHub.json(answer);
        assertThat(problem.path("type").textValue()).isEqualTo("urn:indago:problem:" + kind);
        return problem;
    }

    @Test
    void givesATokenForANameAndAPassword(CapturedOutput output) {
        String address = AccountHub.freshAddress();

        HttpResponse<String> answer = hub.authenticate(address, "analyst", analystsPassword());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode tokens = AccountHub.json(answer);
        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(tokens.path("token_type").textValue()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").intValue()).isEqualTo(300);
        assertThat(tokens.path("scope").textValue().split(" ")).containsExactlyInAnyOrder("users", "tasks");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Deprecation"))
                .hasValueSatisfying(date -> assertThat(date).matches("@\\d+"));
        assertThat(answer.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("rel=\"deprecation\""));
        assertThat(hub.get("/api/me", tokens.path("access_token").textValue()).statusCode())
                .isEqualTo(200);
        Map<String, Object> row = accounted(address);
        assertThat(row)
                .containsEntry("username", "analyst")
                .containsEntry("user_agent", "accounts-it")
                .containsEntry("status", 200);
        assertThat(row.get("subject").toString()).hasSize(36);
        assertThat(row.toString()).doesNotContain(analystsPassword());
        assertThat(output.getAll()).doesNotContain(analystsPassword());
    }

    private Map<String, Object> accounted(String address) {
        String query = "select username, subject, user_agent, status, parameters::text from accounting.request"
                + " where address = ? and endpoint = '/api/authenticate'";
        await().atMost(Duration.ofSeconds(15))
                .until(() -> first.database().queryForList(query, address).size() == 1);
        return first.database().queryForMap(query, address);
    }

    @Test
    void saysTheSameToAllItRefusesAndTakesAsLong() {
        String disabled = hub.freshUser(admin);
        assertThat(hub.setEnabled(admin, disabled, false).statusCode()).isEqualTo(200);
        String locked = hub.freshUser(admin);
        lockOut(locked);
        List<List<String>> attempts = List.of(
                List.of("nobody-of-that-name", "wrong password"),
                List.of(hub.freshUser(admin), "wrong password"),
                List.of(disabled, AccountHub.PASSWORD),
                List.of(locked, AccountHub.PASSWORD));
        Set<String> details = new HashSet<>();
        List<Long> millis = new ArrayList<>();
        for (List<String> attempt : attempts) {
            long quickest = Long.MAX_VALUE;
            for (int time = 0; time < 3; time++) {
                long start = System.nanoTime();
                HttpResponse<String> answer = hub.authenticate(attempt.get(0), attempt.get(1));
                quickest = Math.min(
                        quickest, Duration.ofNanos(System.nanoTime() - start).toMillis());
                details.add(problem(answer, 401, "login-refused").path("detail").textValue());
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            }
            millis.add(quickest);
        }
        System.out.println("refusals (unknown, wrong, disabled, locked) took " + millis + " ms");
        assertThat(details).hasSize(1);
        assertThat(millis).allMatch(took -> took >= 500);
        assertThat(Collections.max(millis) - Collections.min(millis)).isLessThan(250);
        assertThat(new Realm(first).failures(locked).path("disabled").booleanValue())
                .isTrue();
    }

    /** As many addresses do who are of one mind; one alone can't. */
    private void lockOut(String username) {
        Realm realm = new Realm(first);
        for (int attempt = 0; attempt < 5; attempt++) {
            int before = attempt;
            hub.authenticate(username, "wrong password " + attempt);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> realm.failures(username).path("numFailures").intValue() > before);
        }
        assertThat(realm.failures(username).path("disabled").booleanValue()).isTrue();
    }

    @Test
    void letsNobodyBeLockedOutByOneAddress() {
        Realm realm = new Realm(first);
        String address = AccountHub.freshAddress();
        String name = hub.freshUser(admin);
        List<Integer> answers = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            answers.add(
                    hub.authenticate(address, name, "wrong password " + attempt).statusCode());
        }

        assertThat(answers).startsWith(401, 401, 401, 401, 429).endsWith(429);
        assertThat(realm.failures(name).path("disabled").booleanValue()).isFalse();
        hub.token(name, AccountHub.PASSWORD);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> realm.failures(name).path("numFailures").intValue() == 0);
    }

    @Test
    void refusesWhoHasASecondFactorAsAWrongPassword() {
        Realm realm = new Realm(first);
        String without = AccountHub.freshName();
        realm.createWhoLogsIn(without, AccountHub.PASSWORD, false);
        String with = AccountHub.freshName();
        realm.createWhoLogsIn(with, AccountHub.PASSWORD, true);

        assertThat(hub.authenticate(without, AccountHub.PASSWORD).statusCode()).isEqualTo(200);
        String wrong = problem(hub.authenticate(without, "wrong password"), 401, "login-refused")
                .path("detail")
                .textValue();
        assertThat(problem(hub.authenticate(with, AccountHub.PASSWORD), 401, "login-refused")
                        .path("detail")
                        .textValue())
                .isEqualTo(wrong);
    }

    /** A name may be a password, typed into the wrong field, and what the audit is told stays for years. */
    @Test
    void putsOnRecordWhereAPasswordWasTriedAndNotForWhom() {
        String address = AccountHub.freshAddress();
        hub.authenticate(address, "swordfish-swordfish", "x");
        for (int attempt = 0; attempt < 3; attempt++) {
            hub.authenticate(address, AccountHub.freshName(), "wrong password");
        }
        hub.bean(RefusalTally.class).tell();

        String query = "select coalesce(sum((details ->> 'times')::int), 0) from audit.entry"
                + " where action = 'login' and outcome = 'refused' and object = ?";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> first.database().queryForObject(query, Integer.class, address) == 4);
        assertThat(first.database()
                        .queryForObject(
                                "select count(*) from audit.entry where object like '%swordfish%'"
                                        + " or username like '%swordfish%' or details::text like '%swordfish%'",
                                Integer.class))
                .isZero();
    }

    @Test
    void accountsAFailedAttempt() {
        String address = AccountHub.freshAddress();

        hub.authenticate(address, "nobody\u0007-at-all", "hunter2hunter2");

        Map<String, Object> row = accounted(address);
        assertThat(row)
                .containsEntry("username", "anonymous")
                .containsEntry("subject", "")
                .containsEntry("status", 401);
        assertThat(row.get("parameters").toString()).contains("nobody-at-all").doesNotContain("hunter2");
    }

    @Test
    void sendsWhoHasAPasswordToChangeToTheBrowser() {
        String name = AccountHub.freshName();
        assertThat(hub.create(admin, name, AccountHub.PASSWORD, true, ANALYSTS).statusCode())
                .isEqualTo(201);

        HttpResponse<String> answer = hub.authenticate(name, AccountHub.PASSWORD);

        assertThat(problem(answer, 403, "login-incomplete").path("detail").textValue())
                .contains(first.stack().issuer() + "/account/");
    }

    @Test
    void allowsFiveAttemptsAMinute() {
        String address = AccountHub.freshAddress();
        for (int i = 0; i < 5; i++) {
            assertThat(hub.authenticate(address, AccountHub.freshName(), "wrong")
                            .statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> byAddress = hub.authenticate(address, "analyst", analystsPassword());

        problem(byAddress, 429, "too-many-attempts");
        assertThat(byAddress.headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 61L);

        String other = AccountHub.freshAddress();
        String name = AccountHub.freshName();
        for (int i = 0; i < 4; i++) {
            hub.authenticate(other, name, "wrong");
        }
        problem(hub.authenticate(other, name.toUpperCase(), "wrong"), 429, "too-many-attempts");
        assertThat(hub.authenticate(name, "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoPasswordsWhereTheyAreOff() {
        HttpResponse<String> login = first.send(HttpRequest.newBuilder(first.uri("/api/authenticate"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=analyst&password=" + analystsPassword())));

        assertThat(problem(login, 403, "password-endpoint-off").path("detail").textValue())
                .contains("/protocol/openid-connect/auth/device", "/protocol/openid-connect/token");

        HttpResponse<String> change = first.send(HttpRequest.newBuilder(first.uri("/api/me/password"))
                .header("Authorization", "Bearer " + first.token("analyst", "users"))
                .method("PATCH", BodyPublishers.ofString("{\"current_password\": \"a\", \"new_password\": \"b\"}")));
        String detail =
                problem(change, 403, "password-endpoint-off").path("detail").textValue();
        assertThat(detail).contains("kc_action=UPDATE_PASSWORD");
        URI browser = URI.create(detail.substring(detail.indexOf("http")));
        HttpResponse<String> page = first.send(HttpRequest.newBuilder(browser));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?username=analyst&password=hunter2hunter2", "?password=hunter2hunter2", "?x"})
    void refusesAQueryAndKeepsNothingOfIt(String query) {
        HttpResponse<String> login = first.send(HttpRequest.newBuilder(hub.uri("/api/authenticate" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", AccountHub.freshAddress())
                .POST(BodyPublishers.ofString("username=analyst&password=hunter2hunter2")));
        HttpResponse<String> reset = hub.send(
                "PATCH",
                "/api/admin/user/password" + query,
                admin,
                "{\"username\": \"nobody\", \"password\": \"hunter2hunter2\"}");

        problem(login, 400, "invalid-parameter");
        problem(reset, 400, "invalid-parameter");
        assertThat(login.body() + reset.body()).doesNotContain("hunter2");
    }

    @Test
    void makesAUserWhoCanLogIn() {
        String name = AccountHub.freshName();

        HttpResponse<String> made = hub.create(admin, name, AccountHub.PASSWORD, false, "hub-auditors");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode user = AccountHub.json(made);
        assertThat(user.path("username").textValue()).isEqualTo(name);
        assertThat(user.path("enabled").booleanValue()).isTrue();
        assertThat(user.path("groups").get(0).textValue()).isEqualTo("hub-auditors");
        assertThat(made.body()).doesNotContain(AccountHub.PASSWORD);
        String token = hub.token(name, AccountHub.PASSWORD);
        assertThat(hub.get("/api/admin/user/" + name, token).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            JsonNode shown = AccountHub.json(hub.get("/api/admin/user/" + name, admin));
            return shown.has("lastAuthentication") && shown.has("lastRequest");
        });
        JsonNode list = AccountHub.json(hub.get("/api/admin/users?search=" + name, admin));
        assertThat(list.path("total").intValue()).isEqualTo(1);
        assertThat(list.path("users").get(0).has("lastAuthentication")).isTrue();
    }

    @Test
    void listsUsersInParts() {
        hub.freshUser(admin);
        JsonNode one = AccountHub.json(hub.get("/api/admin/users?limit=1&offset=1", admin));

        assertThat(one.path("users").size()).isEqualTo(1);
        assertThat(one.path("total").intValue()).isGreaterThan(2);
        assertThat(AccountHub.json(hub.get("/api/admin/users?search=no-such-user-at-all", admin))
                        .path("users")
                        .size())
                .isZero();
        for (String wrong : List.of("limit=0", "limit=101", "limit=x", "offset=-1", "search=" + "x".repeat(101))) {
            problem(hub.get("/api/admin/users?" + wrong, admin), 400, "invalid-parameter");
        }
    }

    @Test
    void makesNobodyTwice() {
        String name = AccountHub.freshName();
        String body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, AccountHub.PASSWORD);

        assertThat(hub.send("POST", "/api/admin/user", admin, body, "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(201);
        assertThat(hub.send("POST", "/api/admin/user", admin, body, "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(200);
        problem(hub.send("POST", "/api/admin/user", admin, body, "Idempotency-Key", "k-2"), 409, "user-exists");
        problem(hub.send("POST", "/api/admin/user", admin, body), 409, "user-exists");
        assertThat(hub.setEnabled(admin, name, false).statusCode()).isEqualTo(200);
        problem(hub.send("POST", "/api/admin/user", admin, body), 409, "user-exists");
    }

    @Test
    void goesOnWithAUserLeftHalfMade() {
        String name = AccountHub.freshName();

        HttpResponse<String> weak = hub.create(admin, name, "short", false, ANALYSTS);

        assertThat(problem(weak, 400, "refused-by-policy").path("detail").textValue())
                .contains("12");
        assertThat(AccountHub.json(hub.get("/api/admin/user/" + name, admin))
                        .path("enabled")
                        .booleanValue())
                .isFalse();
        assertThat(hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS).statusCode())
                .isEqualTo(201);
        hub.token(name, AccountHub.PASSWORD);
    }

    /** A group is for the request that begins: nobody becomes an administrator by another one's. */
    @Test
    void goesOnWithNobodyElseThanWasBegun() {
        String name = AccountHub.freshName();
        assertThat(hub.create(admin, name, "short", false, "hub-admins").statusCode())
                .isEqualTo(400);

        HttpResponse<String> other = hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS);

        assertThat(problem(other, 409, "creation-differs").path("detail").textValue())
                .contains("another group:");
        assertThat(shown(name).path("enabled").booleanValue()).isFalse();
        HttpResponse<String> same = hub.create(admin, name, AccountHub.PASSWORD, false, "hub-admins");
        assertThat(same.statusCode()).as(same.body()).isEqualTo(201);
        assertThat(AccountHub.json(same).path("groups").get(0).textValue()).isEqualTo("hub-admins");
        assertThat(hub.setEnabled(admin, name, false).statusCode()).isEqualTo(200);
    }

    private JsonNode shown(String name) {
        return AccountHub.json(hub.get("/api/admin/user/" + name, admin));
    }

    @Test
    void doesNotResumeWhoseCreationAnAdministratorEnded() {
        String name = AccountHub.freshName();
        assertThat(hub.create(admin, name, "short", false, ANALYSTS).statusCode())
                .isEqualTo(400);
        assertThat(hub.setEnabled(admin, name, false).statusCode()).isEqualTo(200);

        problem(hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS), 409, "user-exists");

        assertThat(shown(name).path("enabled").booleanValue()).isFalse();
    }

    @Test
    void doesNotResumeWhoWasLeftHalfMadeYesterday() {
        String name = AccountHub.freshName();
        assertThat(hub.create(admin, name, "short", false, ANALYSTS).statusCode())
                .isEqualTo(400);
        first.database()
                .update(
                        "update accounting.account_creation set begun_at = now() - interval '25 hours'"
                                + " where username = ?",
                        name);

        problem(hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS), 409, "user-exists");
    }

    /** As a hub leaves it that is killed before it could say that it was done. */
    @Test
    void doesNotResumeWhoWasEnabledUnheard() {
        String name = hub.freshUser(admin);
        first.database()
                .update(
                        "update accounting.account_creation set finished_at = null, claimed_at = '-infinity'"
                                + " where username = ?",
                        name);
        problem(hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS), 409, "user-exists");
        new Realm(first).setEnabled(name, false);

        problem(hub.create(admin, name, AccountHub.PASSWORD, false, ANALYSTS), 409, "user-exists");

        assertThat(shown(name).path("enabled").booleanValue()).isFalse();
    }

    @Test
    void keepsNothingToGoOnWithOfAnAddressThatIsTaken() {
        String taken = hub.freshUser(admin);
        String name = AccountHub.freshName();
        String body = "{\"username\": \"%s\", \"password\": \"%s\", \"email\": \"%s@indago.invalid\"}"
                .formatted(name, AccountHub.PASSWORD, taken);

        problem(hub.send("POST", "/api/admin/user", admin, body), 409, "user-exists");

        assertThat(first.database()
                        .queryForObject(
                                "select count(*) from accounting.account_creation where username = ?",
                                Integer.class,
                                name))
                .isZero();
    }

    @Test
    void doesNotSayThatAUserIsMadeWhoIsBeingMade() {
        String name = AccountHub.freshName();
        String body = "{\"username\": \"%s\", \"password\": \"%s\"}";
        assertThat(hub.send("POST", "/api/admin/user", admin, body.formatted(name, "short"), "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(400);
        first.database().update("update accounting.account_creation set claimed_at = now() where username = ?", name);

        HttpResponse<String> again = hub.send(
                "POST", "/api/admin/user", admin, body.formatted(name, AccountHub.PASSWORD), "Idempotency-Key", "k-1");

        problem(again, 409, "creation-under-way");
        assertThat(again.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"x1\", \"password\": \"a long enough one\", \"group\": \"break-glass\"}",
                "{\"username\": \"x1\", \"password\": \"a long enough one\", \"enabled\": true}",
                "{\"username\": \"x1\", \"password\": \"a long enough one\", \"realmRoles\": [\"admin\"]}",
                "{\"username\": [\"x1\"], \"password\": \"a long enough one\"}",
                "{\"username\": \"service-account-hub-admin\", \"password\": \"a long enough one\"}",
                "not json"
            })
    void refusesABodyItDoesNotKnow(String body) {
        HttpResponse<String> answer = hub.send("POST", "/api/admin/user", admin, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(AccountHub.json(answer).path("errors").size()).isPositive();
        assertThat(answer.body()).doesNotContain("a long enough one");
    }

    @ParameterizedTest
    @CsvSource({"auditor, 403, 200", "analyst, 403, 403"})
    void letsOnlyAdministratorsChangeUsers(String who, int change, int look) {
        String token = first.token(who, "mon mon:read users tasks");

        assertThat(hub.create(token, AccountHub.freshName(), AccountHub.PASSWORD, false, ANALYSTS)
                        .statusCode())
                .isEqualTo(change);
        assertThat(hub.setEnabled(token, "analyst", false).statusCode()).isEqualTo(change);
        assertThat(hub.reset(token, "admin", AccountHub.PASSWORD).statusCode()).isEqualTo(change);
        assertThat(hub.get("/api/admin/users", token).statusCode()).isEqualTo(look);
        assertThat(hub.get("/api/admin/user/analyst", token).statusCode()).isEqualTo(look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-of-that-name", "service-account-hub-admin", "%2e%2e", "a%20b"})
    void knowsNobodyElse(String name) {
        problem(hub.get("/api/admin/user/" + name, admin), 404, "not-found");
    }

    @Test
    void changesNobodyWhoIsNotThere() {
        problem(hub.setEnabled(admin, "nobody-of-that-name", false), 404, "not-found");
        problem(hub.reset(admin, "nobody-of-that-name", AccountHub.PASSWORD), 404, "not-found");
    }

    @Test
    void givesNobodyPowerOverTheRealm() {
        Realm realm = new Realm(first);
        String kept = hub.freshUser(admin);
        realm.keepForEmergencies(kept);
        String outsider = AccountHub.freshName();
        realm.createOutsideOfAllGroups(outsider);

        for (String name : List.of(kept, outsider, "keycloak-admin")) {
            problem(hub.reset(admin, name, "another passphrase"), 404, "not-found");
            problem(hub.setEnabled(admin, name, false), 404, "not-found");
            problem(hub.setEnabled(admin, name, true), 404, "not-found");
            problem(hub.get("/api/admin/user/" + name, admin), 404, "not-found");
        }
        problem(hub.create(admin, kept, AccountHub.PASSWORD, false, ANALYSTS), 409, "user-exists");
        hub.token(kept, AccountHub.PASSWORD);
    }

    @Test
    void letsNobodyDisableHimself() {
        problem(hub.setEnabled(admin, "admin", false), 403, "own-account");
    }

    @Test
    void letsNobodyResetHisOwnPasswordByHisTokenAlone() {
        problem(hub.reset(admin, "admin", "another long passphrase"), 403, "own-account");

        assertThat(first.token("admin", "mon")).isNotEmpty();
    }

    @Test
    void keepsTheLastAdministrator() {
        Realm realm = new Realm(first);
        String second = freshAdministrator();
        String third = freshAdministrator();
        String token = hub.token(second, AccountHub.PASSWORD);
        List<String> others = realm.enabledMembers("hub-admins");
        others.remove(third);
        others.forEach(name -> realm.setEnabled(name, false));
        try {
            problem(hub.setEnabled(token, third, false), 409, "last-administrator");
            assertThat(realm.enabledMembers("hub-admins")).containsExactly(third);
        } finally {
            others.forEach(name -> realm.setEnabled(name, true));
        }
        assertThat(hub.setEnabled(token, third, false).statusCode()).isEqualTo(200);
        assertThat(hub.setEnabled(admin, second, false).statusCode()).isEqualTo(200);
    }

    private String freshAdministrator() {
        String name = AccountHub.freshName();
        assertThat(hub.create(admin, name, AccountHub.PASSWORD, false, "hub-admins")
                        .statusCode())
                .isEqualTo(201);
        return name;
    }

    @Test
    void forgetsWhoIsDisabledAndNobodyWhoIsAtWork() {
        String name = hub.freshUser(admin);
        assertThat(hub.get("/api/me", hub.token(name, AccountHub.PASSWORD)).statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.get("/api/admin/log/" + name, admin).statusCode() == 200);
        hub.authenticate("nobody-of-that-name", "wrong password");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> hub.get("/api/admin/log/anonymous", admin).statusCode() == 200);

        problem(forget("admin"), 403, "own-account");
        problem(forget("anonymous"), 409, "nobody-to-forget");
        problem(forget(name), 409, "account-enabled");
        assertThat(hub.setEnabled(admin, name, false).statusCode()).isEqualTo(200);
        HttpResponse<String> forgotten = forget(name);

        assertThat(forgotten.statusCode()).as(forgotten.body()).isEqualTo(200);
        String requests = AccountHub.json(forgotten).path("requests").asText();
        assertThat(Integer.parseInt(requests)).isPositive();
        assertThat(hub.get("/api/admin/log/" + name, admin).statusCode()).isEqualTo(404);
        String query = "select count(*) from audit.entry where action = 'user.forget' and outcome = 'done'"
                + " and object = ? and details ->> 'requests' = ?";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> first.database()
                                .queryForObject(
                                        query,
                                        Integer.class,
                                        AccountHub.json(forgotten)
                                                .path("pseudonym")
                                                .textValue(),
                                        requests)
                        == 1);
    }

    private HttpResponse<String> forget(String username) {
        return hub.send("DELETE", "/api/admin/log/" + username, admin, "");
    }

    @Test
    void changesOnesOwnPasswordWithTheCurrentOne() {
        String name = hub.freshUser(admin);
        String token = hub.token(name, AccountHub.PASSWORD);
        String next = "another long passphrase";

        problem(own(token, "wrong password", next), 403, "wrong-password");
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(200);

        HttpResponse<String> changed = own(token, AccountHub.PASSWORD, next);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> hub.get("/api/me", token).statusCode() == 401);
        problem(hub.authenticate(name, AccountHub.PASSWORD), 401, "login-refused");
        // A token of the second in which the others ended is refused with them
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(hub.get("/api/me", hub.token(name, next)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> own(String token, String current, String next) {
        String body = RunningHub.JSON
                .createObjectNode()
                .put("current_password", current)
                .put("new_password", next)
                .toString();
        return hub.send("PATCH", "/api/me/password", token, body);
    }

    @Test
    void saysThatKeycloakIsAwayAndGoesOnWithoutIt() throws Exception {
        String analyst = first.token("analyst", "tasks users");
        signal("STOP");
        try {
            for (HttpResponse<String> answer : List.of(
                    hub.authenticate("analyst", analystsPassword()),
                    hub.get("/api/admin/users", admin),
                    hub.setEnabled(admin, "analyst", false))) {
                problem(answer, 503, "identity-provider-unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(hub.get("/api/me", analyst).statusCode()).isEqualTo(200);
            assertThat(hub.get("/api/indicator/ipv4/8.8.8.8", analyst).statusCode())
                    .isEqualTo(200);
        } finally {
            signal("CONT");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.get("/api/admin/users", admin).statusCode() == 200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.authenticate("analyst", analystsPassword()).statusCode() == 200);
    }

    private void signal(String signal) throws Exception {
        String pid = Long.toString(first.stack().keycloak().pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }
}
