package io.indago.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request and waits for the whole answer, or tells in a sentence why there is none. */
record Transport(HttpClient http) {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** No redirects: they would carry the token elsewhere. No HTTP/2: nobody here speaks it without TLS. */
    static HttpClient usualHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /** Finds out early what no request could be sent to. */
    static URI requireHttp(URI address) {
        String scheme = address.getScheme();
        boolean bare =
                address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
        if (address.getHost() == null || !bare || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not the address of a server, expected one like http://localhost:8080");
        }
        return address;
    }

    /** @param patience until the last byte; a request's own timeout ends with the headers (JDK-8208693) */
    Answer send(HttpRequest request, Duration patience) throws NoAnswerException, InterruptedException {
        String server = server(request.uri());
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    server,
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Retry-After").flatMap(Transport::seconds));
        } catch (TimeoutException late) {
            throw new NoAnswerException(
                    server, server + " did not answer within " + patience.toMillis() / 1000.0 + " s", late);
        } catch (ExecutionException failed) {
            throw noAnswer(server, failed.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    /** The other form of the header, a date, is left alone: clocks differ. */
    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : Optional.empty();
    }

    private static NoAnswerException noAnswer(String server, Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new NoAnswerException(server, server + " can't be reached", cause);
        }
        if (cause instanceof IOException) {
            return new NoAnswerException(
                    server, "the connection to " + server + " broke: " + cause.getMessage(), cause);
        }
        throw new IllegalStateException(cause);
    }

    private static String server(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
