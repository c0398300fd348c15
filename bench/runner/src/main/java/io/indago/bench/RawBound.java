package io.indago.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that work can cost, not a product: eight calls, every byte of the replies tokenised once, all of them in one
 * answer; on one event loop, without tokens, accounting, plugins, deadlines.
 */
final class RawBound {
    private static final int MOST_CALLS = 16_384;
    private static final String PATH = "/api/indicator/ipv4/";

    private final HttpClient client;
    private final int mock;

    private RawBound(Vertx vertx, int mock) {
        this.mock = mock;
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(300)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(MOST_CALLS));
    }

    public static void main(String[] arguments) {
        ParentWatch.start();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.runOnContext(loop -> {
            RawBound bound = new RawBound(vertx, Integer.parseInt(arguments[1]));
            vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true).setAcceptBacklog(4_096))
                    .requestHandler(bound::serve)
                    .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                    .onFailure(ParentWatch::fail);
        });
    }

    private void serve(HttpServerRequest request) {
        if (!request.path().startsWith(PATH)) {
            request.response().end("{}");
            return;
        }
        String address = request.path().substring(PATH.length());
        List<Future<Buffer>> calls = IntStream.rangeClosed(1, Ids.PROVIDERS)
                .mapToObj(number -> ask(Ids.path(number, address)))
                .toList();
        Future.join(calls)
                .onSuccess(all -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(MergedAnswer.of(address, calls)))
                .onFailure(problem -> request.response().setStatusCode(502).end(String.valueOf(problem.getMessage())));
    }

    private Future<Buffer> ask(String path) {
        return client.request(HttpMethod.GET, mock, "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .compose(reply -> reply.statusCode() == 200
                        ? reply.body()
                        : Future.failedFuture("the mock says " + reply.statusCode()));
    }
}
