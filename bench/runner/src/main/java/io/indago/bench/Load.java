package io.indago.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A closed loop: each client asks, waits for the whole answer, verifies it and asks again. All on one event loop.
 *
 * <p>Who is refused with 503 and Retry-After comes back after a second, as he was told; who meets an error, after 10 ms.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final long AFTER_REFUSAL_MILLIS = 1_000;
    private static final long AFTER_ERROR_MILLIS = 10;

    private final Vertx vertx;
    private final Context loop;
    private final Addresses addresses;
    private final RequestOptions request;
    private final HttpClient http;
    private final int clients;
    private final Tally tally = new Tally();
    private final CompletableFuture<Tally> done = new CompletableFuture<>();
    private int active;
    private boolean ending;

    Load(Vertx vertx, Addresses addresses, URI server, Optional<String> token, int clients) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.clients = clients;
        loop = vertx.getOrCreateContext();
        request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setIdleTimeout(PATIENCE.toMillis())
                .putHeader("accept", "application/json")
                .putHeader("user-agent", "indago-bench");
        token.ifPresent(value -> request.putHeader("authorization", "Bearer " + value));
        http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(300)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(clients));
    }

    /**
     * Asks for {@code settle} and {@code measure} together, the latter being the window, and returns when the last answer
     * is there. Clients begin one after another during the first half of {@code settle}.
     */
    Tally run(Duration settle, Duration measure) {
        loop.runOnContext(start -> {
            active = clients;
            for (int i = 0; i < clients; i++) {
                vertx.setTimer(1 + settle.toMillis() * i / clients / 2, timer -> ask());
            }
            vertx.setTimer(settle.toMillis(), timer -> open(measure));
        });
        Tally result = done.join();
        http.close();
        return result;
    }

    private void open(Duration measure) {
        tally.open();
        long begin = System.nanoTime();
        vertx.setTimer(measure.toMillis(), timer -> {
            tally.close((System.nanoTime() - begin) / 1e9);
            ending = true;
        });
    }

    private void ask() {
        if (ending) {
            active--;
            if (active == 0) {
                done.complete(tally);
            }
            return;
        }
        String address = addresses.next();
        long begin = System.nanoTime();
        http.request(new RequestOptions(request).setURI("/api/indicator/ipv4/" + address))
                .compose(asked -> asked.send())
                .compose(answer -> answer.body().map(body -> settle(answer, body, address, begin)))
                .otherwise(this::failed)
                .onSuccess(this::again);
    }

    /** How long the client then waits, in milliseconds. */
    private long settle(HttpClientResponse answer, Buffer body, String address, long begin) {
        long nanos = System.nanoTime() - begin;
        if (answer.statusCode() == 503 && answer.getHeader("Retry-After") != null) {
            tally.refused();
            return AFTER_REFUSAL_MILLIS;
        }
        if (answer.statusCode() != 200) {
            tally.error("status " + answer.statusCode());
            return AFTER_ERROR_MILLIS;
        }
        Optional<String> complaint = AnswerCheck.complaint(body.getBytes(), address);
        if (complaint.isPresent()) {
            tally.wrong(complaint.get());
            return AFTER_ERROR_MILLIS;
        }
        tally.good(nanos, body.length());
        return 0;
    }

    private long failed(Throwable problem) {
        tally.error(problem.getClass().getSimpleName());
        return AFTER_ERROR_MILLIS;
    }

    private void again(long wait) {
        if (wait == 0 || ending) {
            ask();
        } else {
            vertx.setTimer(wait, timer -> ask());
        }
    }
}
