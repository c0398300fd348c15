package io.indago.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * All eight mock providers in one server with one event loop: {@code /api.bench-3.example/v1/ip/20.0.0.1}. Beside them
 * {@code /_bench/latency/50} sets how long each takes, and {@code /_bench/requests} says how often they were asked.
 */
final class MockProviders {
    private static final String CONTROL = "/_bench/";

    private final Vertx vertx;
    private final Map<String, MockBody> bodies = new HashMap<>();
    private long latency;
    private long requests;

    private MockProviders(Vertx vertx) {
        this.vertx = vertx;
        for (int number = 1; number <= Ids.PROVIDERS; number++) {
            bodies.put(Ids.path(number, ""), new MockBody(number));
        }
    }

    public static void main(String[] arguments) {
        ParentWatch.start();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        MockProviders mock = new MockProviders(vertx);
        vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true).setAcceptBacklog(16_384))
                .requestHandler(mock::serve)
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .onFailure(ParentWatch::fail);
    }

    private void serve(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith(CONTROL)) {
            control(request, path.substring(CONTROL.length()));
            return;
        }
        requests++;
        int address = path.lastIndexOf('/') + 1;
        MockBody body = bodies.get(path.substring(0, address));
        if (body == null) {
            request.response().setStatusCode(404).end();
            return;
        }
        Buffer reply = body.about(path.substring(address));
        if (latency == 0) {
            answer(request, reply);
        } else {
            vertx.setTimer(latency, timer -> answer(request, reply));
        }
    }

    private static void answer(HttpServerRequest request, Buffer reply) {
        request.response().putHeader("content-type", "application/json").end(reply);
    }

    private void control(HttpServerRequest request, String command) {
        if (command.startsWith("latency/")) {
            latency = Long.parseLong(command.substring("latency/".length()));
        }
        request.response().end(Long.toString(requests));
    }
}
