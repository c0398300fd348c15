package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the command line's client may do at the real Keycloak: log a person in by the device flow, and nothing else. */
@ExtendWith(SharedStack.class)
class DeviceLoginIT {

    private static final String VERIFIER = "a-proof-key-of-the-least-length-of-43-letters";
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final LocalStack stack;

    DeviceLoginIT(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void givesACodeToWhoBringsAChallenge() throws Exception {
        HttpResponse<String> answer = requestCode();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer, "user_code")).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(text(answer, "verification_uri")).startsWith(stack.issuer().toString());
        assertThat(text(poll(answer, VERIFIER), "error")).isEqualTo("authorization_pending");
    }

    @Test
    void givesNoneWithoutAChallenge() throws Exception {
        HttpResponse<String> answer = post("auth/device", Map.of("client_id", "indago-cli", "scope", "tasks"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer, "error_description")).contains("code_challenge");
    }

    @Test
    void givesNoneForAChallengeInClear() throws Exception {
        HttpResponse<String> answer = post(
                "auth/device",
                Map.of(
                        "client_id", "indago-cli",
                        "scope", "tasks",
                        "code_challenge", VERIFIER,
                        "code_challenge_method", "plain"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAPasswordByThisClient() throws Exception {
        Credentials.Login analyst = stack.credentials().analyst();

        HttpResponse<String> answer = post(
                "token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "indago-cli",
                        "username", analyst.username(),
                        "password", analyst.password(),
                        "scope", "tasks"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer, "error")).isEqualTo("unauthorized_client");
    }

    @Test
    void refusesAClientThatMayNotUseTheFlow() throws Exception {
        HttpResponse<String> answer = post(
                "auth/device",
                Map.of(
                        "client_id",
                        stack.credentials().clientId(),
                        "client_secret",
                        stack.credentials().clientSecret()));

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(text(answer, "error")).isEqualTo("unauthorized_client");
    }

    @Test
    void letsAPersonInWhoConfirmsInABrowser() throws Exception {
        HttpResponse<String> code = requestCode();

        confirm(URI.create(text(code, "verification_uri_complete")));
        HttpResponse<String> tokens = poll(code, VERIFIER);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        Token access = Token.read(text(tokens, "access_token"));
        assertThat(access.claim("aud")).isEqualTo("hub-api");
        assertThat(access.claim("azp")).isEqualTo("indago-cli");
        assertThat(access.claim("preferred_username")).isEqualTo("analyst");
        assertThat(access.scopes()).containsExactlyInAnyOrder("tasks", "users");

        String first = text(tokens, "refresh_token");
        HttpResponse<String> renewed = refresh(first);
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(Token.read(text(renewed, "access_token")).scopes()).containsExactlyInAnyOrder("tasks", "users");
        String second = text(renewed, "refresh_token");
        assertThat(second).isNotEqualTo(first);

        assertThat(post("revoke", Map.of("client_id", "indago-cli", "token", second))
                        .statusCode())
                .isEqualTo(200);
        assertThat(text(refresh(second), "error")).isEqualTo("invalid_grant");
    }

    @Test
    void givesNothingToWhoHasTheCodeButNotTheProofKey() throws Exception {
        HttpResponse<String> code = requestCode();
        confirm(URI.create(text(code, "verification_uri_complete")));

        HttpResponse<String> tokens = poll(code, VERIFIER.replace("a-proof", "another"));

        assertThat(tokens.statusCode()).isEqualTo(400);
        assertThat(text(tokens, "error")).isEqualTo("invalid_grant");
    }

    private HttpResponse<String> requestCode() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return post(
                "auth/device",
                Map.of(
                        "client_id", "indago-cli",
                        "scope", "tasks users",
                        "code_challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                        "code_challenge_method", "S256"));
    }

    private HttpResponse<String> poll(HttpResponse<String> code, String verifier) throws Exception {
        return post(
                "token",
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        "indago-cli",
                        "device_code",
                        text(code, "device_code"),
                        "code_verifier",
                        verifier));
    }

    private HttpResponse<String> refresh(String token) throws Exception {
        return post("token", Map.of("grant_type", "refresh_token", "client_id", "indago-cli", "refresh_token", token));
    }

    /** What a person does in a browser: open the page, log in, grant what is asked for. */
    private void confirm(URI page) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new BrowserCookies())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Credentials.Login analyst = stack.credentials().analyst();
        HttpResponse<String> login =
                browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> grant =
                submit(browser, login, Map.of("username", analyst.username(), "password", analyst.password()));
        assertThat(grant.body()).contains("Indago command line").contains("Look indicators up");
        HttpResponse<String> done = submit(browser, grant, Map.of("accept", "Yes"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Device Login Successful");
    }

    private static HttpResponse<String> submit(HttpClient browser, HttpResponse<String> page, Map<String, String> typed)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("a form on %s", page.uri()).isTrue();
        Map<String, String> fields = new HashMap<>(typed);
        HIDDEN.matcher(page.body())
                .results()
                .map(input -> input.group())
                .filter(input -> !attribute(input, "name").isEmpty())
                .forEach(input -> fields.putIfAbsent(attribute(input, "name"), attribute(input, "value")));
        URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        return browser.send(form(action, fields), HttpResponse.BodyHandlers.ofString());
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1) : "";
    }

    private HttpResponse<String> post(String endpoint, Map<String, String> fields) throws Exception {
        URI address = URI.create(stack.issuer() + "/protocol/openid-connect/" + endpoint);
        return HttpClient.newHttpClient().send(form(address, fields), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String text(HttpResponse<String> answer, String name) {
        return Json.node(answer.body()).path(name).asText();
    }

    /** To a browser, this machine is a safe place for secure cookies also without TLS; to Java it is not. */
    private static final class BrowserCookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> relaxed = new HashMap<>(headers);
            relaxed.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                    .toList());
            super.put(uri, relaxed);
        }
    }
}
