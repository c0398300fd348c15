package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.CallLimits;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Keeps one provider's calls within their {@link CallLimits}: ends each at its deadline, also between two bytes of a
 * reply, and reads the reply, decompressed and counted, before camel-http sees it: the bytes go past it, to the exchange. The outermost handler of HttpClient's
 * chain, so that decompression happens inside. Redirects, retries, cookies and cached credentials are switched off here.
 */
final class CallGuard implements ExecChainHandler, HttpClientConfigurer {
    /** The exchange property with the call's {@link CallLimits}. */
    static final String LIMITS = "indago.call.limits";

    /** The exchange property with the reply's body, as bytes; none where there is no reply. */
    static final String BODY = "indago.call.body";

    /** The attribute under which camel-http hands the exchange to HttpClient, as long as it has a listener. */
    private static final String EXCHANGE = "org.apache.camel.Exchange";

    private final HttpClientConnectionManager pool;
    private final CallConnections connections;
    private final ReplyBodies bodies;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    CallGuard(
            HttpClientConnectionManager pool,
            CallConnections connections,
            LongReplies longReplies,
            ScheduledExecutorService timer,
            Clock clock) {
        this.pool = requireNonNull(pool, "pool");
        this.connections = requireNonNull(connections, "connections");
        bodies = new ReplyBodies(requireNonNull(longReplies, "longReplies"), clock);
        this.timer = requireNonNull(timer, "timer");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The deadline came before the reply was complete. */
    static final class DeadlineException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The request may not leave now. */
    static final class HeldUpException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The decompressed reply is longer than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The reply is encoded in a way nobody asked for. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Does nothing; camel-http shows the exchange to HttpClient only while there is a listener. */
    enum Listener implements HttpActivityListener {
        INSTANCE;

        @Override
        public void onRequestSubmitted(
                Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {}

        @Override
        public void onResponseReceived(
                Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long ms) {}
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.setConnectionManager(pool)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .addExecInterceptorFirst("call-guard", this)
                .addExecInterceptorLast("call-departure", CallGuard::depart);
    }

    /** The connection is there, which may have taken a while. */
    private static ClassicHttpResponse depart(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CallLimits limits = limits(exchange(scope));
        requireLeave(limits);
        limits.attempt();
        return chain.proceed(request, scope);
    }

    private static void requireLeave(CallLimits limits) throws HeldUpException {
        if (!limits.mayLeave()) {
            throw new HeldUpException();
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Exchange exchange = exchange(scope);
        CallLimits limits = limits(exchange);
        long left = Duration.between(clock.instant(), limits.deadline()).toMillis();
        if (left <= 0) {
            throw new DeadlineException();
        }
        requireLeave(limits); // before it takes a connection, as one that is not used is closed
        // Cancelling the caller's own request object also ends a wait for a connection, and forbids a later one.
        Cancellable call = (Cancellable) scope.originalRequest;
        CallAlarm alarm = new CallAlarm(limits, call, timer, clock);
        alarm.set();
        connections.begin();
        boolean complete = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            exchange.setProperty(BODY, bodies.read(response, limits, call));
            response.setEntity(null); // it is read
            complete = true;
            return response;
        } catch (TooLargeException | UnreadableException | HeldUpException verdict) {
            throw verdict;
        } catch (IOException | HttpException | RuntimeException failure) {
            if (alarm.rang() || !clock.instant().isBefore(limits.deadline())) {
                connections.cut();
                throw (IOException) new DeadlineException().initCause(failure);
            }
            throw failure;
        } finally {
            alarm.off();
            if (!complete) {
                call.cancel();
            }
        }
    }

    private static CallLimits limits(Exchange exchange) {
        return exchange.getProperty(LIMITS, CallLimits.class);
    }

    private static Exchange exchange(ExecChain.Scope scope) {
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(EXCHANGE);
        if (exchange == null || exchange.getProperty(LIMITS) == null) {
            throw new IllegalStateException("a call without limits");
        }
        return exchange;
    }
}
