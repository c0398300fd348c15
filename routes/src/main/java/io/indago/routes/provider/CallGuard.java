package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.CallLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
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
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
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

    /** The longest body whose length is believed before it is there. */
    private static final int BELIEVED = 128 * 1024;

    private final HttpClientConnectionManager pool;
    private final CallConnections connections;
    private final LongReplies longReplies;
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
        this.longReplies = requireNonNull(longReplies, "longReplies");
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
            exchange.setProperty(BODY, read(response, limits, call));
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

    private byte[] read(ClassicHttpResponse response, CallLimits limits, Cancellable call) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] bytes;
        InputStream body = entity.getContent();
        try {
            if (entity.getContentLength() > limits.maxBytes()) {
                throw new TooLargeException();
            }
            // Not known of a compressed reply, or one in chunks
            int length = Math.toIntExact(entity.getContentLength());
            bytes = length >= 0 && length <= BELIEVED ? read(body, length) : read(body, limits);
        } catch (IOException | RuntimeException failure) {
            call.cancel(); // before closing, which would read on to the end
            closeCut(body, failure);
            throw failure;
        }
        body.close();
        // What HttpClient could not decode is still encoded; Camel would inflate it without a limit.
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
            throw new UnreadableException();
        }
        return bytes;
    }

    /** All of a body of whatever length, bit by bit, and a long one only when there is room for it. */
    private byte[] read(InputStream body, CallLimits limits) throws IOException {
        int most = Math.toIntExact(limits.maxBytes() + 1);
        byte[] beginning = body.readNBytes(Math.min(most, LongReplies.SHORT));
        if (beginning.length < Math.min(most, LongReplies.SHORT)) {
            return beginning;
        }
        if (beginning.length == most) {
            throw new TooLargeException();
        }
        enter(limits);
        byte[] rest = body.readNBytes(most - beginning.length);
        if (beginning.length + rest.length == most) {
            throw new TooLargeException();
        }
        byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, all, beginning.length, rest.length);
        return all;
    }

    private void enter(CallLimits limits) throws IOException {
        try {
            if (!longReplies.enter(limits, clock)) {
                throw new DeadlineException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for room");
        }
    }

    /** All of a body of that length, into place. */
    private static byte[] read(InputStream body, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = body.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private static void closeCut(InputStream body, Exception failure) {
        try {
            body.close();
        } catch (IOException | RuntimeException alreadyCut) {
            failure.addSuppressed(alreadyCut);
        }
    }
}
