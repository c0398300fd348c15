package io.indago.routes.provider;

import static java.util.Objects.requireNonNull;

import io.indago.host.CallLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final ScheduledExecutorService timer;
    private final Clock clock;

    CallGuard(
            HttpClientConnectionManager pool,
            CallConnections connections,
            ScheduledExecutorService timer,
            Clock clock) {
        this.pool = requireNonNull(pool, "pool");
        this.connections = requireNonNull(connections, "connections");
        this.timer = requireNonNull(timer, "timer");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The deadline came before the reply was complete. */
    static final class DeadlineException extends IOException {
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
                .addExecInterceptorFirst("call-guard", this);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Exchange exchange = exchange(scope);
        CallLimits limits = exchange.getProperty(LIMITS, CallLimits.class);
        long left = Duration.between(clock.instant(), limits.deadline()).toMillis();
        if (left <= 0) {
            throw new DeadlineException();
        }
        // Cancelling the caller's own request object also ends a wait for a connection, and forbids a later one.
        Cancellable call = (Cancellable) scope.originalRequest;
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    late.set(true);
                    call.cancel();
                },
                left,
                TimeUnit.MILLISECONDS);
        connections.begin();
        boolean complete = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            exchange.setProperty(BODY, read(response, limits.maxBytes(), call));
            response.setEntity(null); // it is read
            complete = true;
            return response;
        } catch (TooLargeException | UnreadableException verdict) {
            throw verdict;
        } catch (IOException | HttpException | RuntimeException failure) {
            if (late.get() || !clock.instant().isBefore(limits.deadline())) {
                connections.cut();
                throw (IOException) new DeadlineException().initCause(failure);
            }
            throw failure;
        } finally {
            alarm.cancel(false);
            if (!complete) {
                call.cancel();
            }
        }
    }

    private static Exchange exchange(ExecChain.Scope scope) {
        Exchange exchange = (Exchange) scope.clientContext.getAttribute(EXCHANGE);
        if (exchange == null || exchange.getProperty(LIMITS) == null) {
            throw new IllegalStateException("a call without limits");
        }
        return exchange;
    }

    private static byte[] read(ClassicHttpResponse response, long maxBytes, Cancellable call) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] bytes;
        InputStream body = entity.getContent();
        try {
            if (entity.getContentLength() > maxBytes) {
                throw new TooLargeException();
            }
            // Not known of a compressed reply, or one in chunks
            int length = Math.toIntExact(entity.getContentLength());
            bytes = length < 0 ? body.readNBytes(Math.toIntExact(maxBytes + 1)) : read(body, length);
            if (bytes.length > maxBytes) {
                throw new TooLargeException();
            }
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

    /** All of a body of that length: into place where it is usual, and bit by bit where it is but a claim. */
    private static byte[] read(InputStream body, int length) throws IOException {
        if (length > BELIEVED) {
            return body.readNBytes(length);
        }
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
