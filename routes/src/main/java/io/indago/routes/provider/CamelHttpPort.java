package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.CallLimits;
import io.indago.host.HttpFailure;
import io.indago.host.HttpPort;
import io.indago.json.BufferedReply;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.client5.http.HttpHostConnectException;

/**
 * Makes the calls plugins describe through camel-http: an endpoint and a pool of connections per provider, the URI set
 * for each call. A call blocks one thread of the given executor for as long as it takes; see {@link CallLanes}.
 */
public final class CamelHttpPort implements HttpPort, AutoCloseable {
    private final CamelContext context;
    private final Executor calls;
    private final int connections;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer;
    private final ConcurrentMap<String, CallLanes> lanes = new ConcurrentHashMap<>();
    private final LongReplies longReplies = new LongReplies();
    private final ConcurrentMap<String, ProviderHttp> providers = new ConcurrentHashMap<>();

    /**
     * @param calls runs the calls, a thread each
     * @param connections the most a provider has at once
     */
    public CamelHttpPort(CamelContext context, Executor calls, int connections, Clock clock) {
        this.context = requireNonNull(context, "context");
        this.calls = requireNonNull(calls, "calls");
        this.connections = connections;
        this.clock = requireNonNull(clock, "clock");
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadline");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public CompletionStage<HttpReply> send(String provider, HttpCall call, CallLimits limits) {
        CompletableFuture<HttpReply> reply = new CompletableFuture<>();
        try {
            CallLanes lane = lanes.computeIfAbsent(provider, id -> new CallLanes(connections, calls, timer));
            Runnable work = () -> complete(reply, provider, call, limits);
            lane.run(
                    work,
                    () -> reply.completeExceptionally(failure(call.uri(), new CallGuard.DeadlineException())),
                    () -> Duration.between(clock.instant(), limits.deadline()).toMillis());
            limits.over().whenComplete((ended, failure) -> {
                if (lane.forget(work)) {
                    reply.completeExceptionally(
                            new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "nobody waits for the call any more"));
                }
            });
        } catch (RejectedExecutionException full) {
            reply.completeExceptionally(
                    new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "the hub has no thread left for the call", full));
        }
        return reply;
    }

    /** Those to that provider now; none as long as it was never called. */
    public Connections connections(String provider) {
        ProviderHttp http = providers.get(provider);
        CallLanes lane = lanes.get(provider);
        return new Connections(
                connections, http == null ? 0 : http.connectionsInUse(), lane == null ? 0 : lane.waiting());
    }

    /** Closes the connections of a provider that is gone. */
    public void forget(String provider) {
        lanes.remove(provider);
        Optional.ofNullable(providers.remove(provider)).ifPresent(ProviderHttp::close);
    }

    private void complete(CompletableFuture<HttpReply> reply, String provider, HttpCall call, CallLimits limits) {
        try {
            ProviderHttp http = providers.computeIfAbsent(
                    provider, id -> new ProviderHttp(context, id, connections, longReplies, timer, clock));
            Exchange exchange = http.send(message -> write(call, message), limits);
            if (exchange.getException() != null) {
                reply.completeExceptionally(failure(call.uri(), exchange.getException()));
            } else {
                reply.complete(read(exchange));
            }
        } catch (RuntimeException | Error failure) {
            reply.completeExceptionally(failure);
        }
    }

    private static void write(HttpCall call, Message message) {
        SentHeaders.of(call.headers(), call.contentType()).forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_URI, call.uri().toString());
        // As its own type: from text Camel searches all its converters, every time
        message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method()));
        call.body().ifPresent(message::setBody);
    }

    private static HttpReply read(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.getHeaders().forEach((name, value) -> {
            if (!name.startsWith("Camel") && value != null) {
                List<?> values = value instanceof List<?> several ? several : List.of(value);
                headers.put(name, values.stream().map(Object::toString).toList());
            }
        });
        return BufferedReply.of(status, headers, exchange.getProperty(CallGuard.BODY, new byte[0], byte[].class));
    }

    /** A sentence without the call's path or query, which may hold a secret. */
    private static HttpFailure failure(URI uri, Exception cause) {
        String host = uri.getHost();
        if (cause instanceof CallGuard.DeadlineException) {
            return new HttpFailure(HttpFailure.Kind.TIMEOUT, "no complete reply from " + host + " in time", cause);
        }
        if (cause instanceof CallGuard.HeldUpException) {
            return new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "the call to " + host + " was not to leave", cause);
        }
        if (cause instanceof CallGuard.TooLargeException) {
            return new HttpFailure(HttpFailure.Kind.TOO_LARGE, "the reply of " + host + " is too large", cause);
        }
        if (cause instanceof CallGuard.UnreadableException) {
            return new HttpFailure(
                    HttpFailure.Kind.BAD_REPLY,
                    "the reply of " + host + " is encoded in a way nobody asked for",
                    cause);
        }
        return new HttpFailure(HttpFailure.Kind.UNAVAILABLE, unavailable(host, cause), cause);
    }

    private static String unavailable(String host, Exception cause) {
        if (cause instanceof UnknownHostException) {
            return host + " can't be resolved";
        }
        if (cause instanceof HttpHostConnectException || cause instanceof ConnectException) {
            return host + " refuses connections";
        }
        if (cause instanceof SSLException) {
            return "no secure connection to " + host;
        }
        return "the connection to " + host + " broke";
    }

    @Override
    public void close() {
        providers.values().forEach(ProviderHttp::close);
        timer.shutdownNow();
    }
}
