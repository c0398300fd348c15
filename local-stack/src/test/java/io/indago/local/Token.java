package io.indago.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The claims of an access token, read without a JSON library. */
record Token(String claims) {

    static Token of(LocalStack stack, Credentials.Login login, String scope) throws IOException, InterruptedException {
        Credentials credentials = stack.credentials();
        String jwt = request(
                stack.tokenEndpoint(),
                Map.of(
                        "grant_type", "password",
                        "client_id", credentials.clientId(),
                        "client_secret", credentials.clientSecret(),
                        "username", login.username(),
                        "password", login.password(),
                        "scope", scope));
        return read(jwt);
    }

    static Token read(String jwt) {
        return new Token(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    /** An access token as it comes. */
    static String request(URI endpoint, Map<String, String> fields) throws IOException, InterruptedException {
        return value(post(endpoint, form(fields)), "access_token");
    }

    String claim(String name) {
        return value(claims, name);
    }

    List<String> scopes() {
        return List.of(claim("scope").split(" "));
    }

    private static String post(URI endpoint, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String value(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return matcher.group(1);
    }
}
