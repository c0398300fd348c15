package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mock providers' process, and its controls. */
final class Mock implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Child process;
    private final URI url;

    private Mock(Child process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Mock start(Options options) {
        int port = FreePort.any();
        List<String> command = List.of(
                options.newest().program("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MockProviders.class.getName(),
                Integer.toString(port));
        Child process = Child.start("mock", options.rest().pinned(command), options.work(), Map.of());
        Mock mock = new Mock(process, URI.create("http://127.0.0.1:" + port));
        process.awaitReady(mock.url.resolve("/_bench/requests"));
        return mock;
    }

    URI url() {
        return url;
    }

    int port() {
        return url.getPort();
    }

    void latency(int millis) {
        ask("latency/" + millis);
    }

    /** How many requests it has had. */
    long requests() {
        return Long.parseLong(ask("requests"));
    }

    private String ask(String command) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/_bench/" + command))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
