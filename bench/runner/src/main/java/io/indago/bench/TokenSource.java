package io.indago.bench;

import io.indago.local.Credentials;
import io.indago.local.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Real tokens of the real Keycloak, each used for two of its five minutes. */
final class TokenSource {
    private static final Duration USED_FOR = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private String token = "";
    private Instant until = Instant.MIN;

    TokenSource(LocalStack stack) {
        this.stack = stack;
    }

    Optional<String> token() {
        if (Instant.now().isAfter(until)) {
            token = fetch();
            until = Instant.now().plus(USED_FOR);
        }
        return Optional.of(token);
    }

    private String fetch() {
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
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (!found.find()) {
                throw new IllegalStateException("Keycloak gives no token: " + answer.body());
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
