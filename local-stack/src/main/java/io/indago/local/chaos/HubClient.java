package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the hub. By POST, which Java never sends a second time of its own accord. */
final class HubClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI hub;
    private final URI management;
    private final Tokens tokens;

    HubClient(URI hub, URI management, Tokens tokens) {
        this.hub = hub;
        this.management = management;
        this.tokens = tokens;
    }

    /** One lookup; a connection that was refused carried nothing, and is the only failure told. */
    Attempt attempt(String value) throws ConnectException, InterruptedException {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = answer(value);
            String id = answer.headers().firstValue("X-Request-Id").orElse("");
            Fate fate = answer.statusCode() / 100 == 2 ? Fate.ANSWERED : Fate.REFUSED;
            return new Attempt(value, fate, id, answer.statusCode(), begin, since(begin));
        } catch (ConnectException nobody) {
            throw nobody;
        } catch (IOException broken) {
            return new Attempt(value, Fate.BROKEN, "", 0, begin, since(begin));
        }
    }

    /** The answer as it comes. */
    HttpResponse<String> answer(String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.resolve("/api/indicator"))
                .header("Authorization", "Bearer " + tokens.token())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString("{\"value\":\"" + value + "\"}"))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Whether the hub says that it can answer lookups. */
    boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
