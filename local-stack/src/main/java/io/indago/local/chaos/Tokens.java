package io.indago.local.chaos;

import io.indago.local.Credentials;
import io.indago.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Real tokens of the real Keycloak, each used for a part of its life only. */
final class Tokens {
    private static final Duration USED_FOR = Duration.ofSeconds(45);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private String token = "";
    private long until = System.nanoTime();

    Tokens(LocalStack stack) {
        this.stack = stack;
    }

    synchronized String token() throws InterruptedException {
        if (System.nanoTime() - until >= 0) {
            token = fetch();
            until = System.nanoTime() + USED_FOR.toNanos();
        }
        return token;
    }

    private String fetch() throws InterruptedException {
        Credentials credentials = stack.credentials();
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", credentials.clientId(),
                "client_secret", credentials.clientSecret(),
                "username", credentials.analyst().username(),
                "password", credentials.analyst().password(),
                "scope", "tasks");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(stack.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (!found.find()) {
                throw new IllegalStateException("Keycloak gives no token: " + answer.body());
            }
            return found.group(1);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
