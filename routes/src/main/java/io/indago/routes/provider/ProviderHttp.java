package io.indago.routes.provider;

import io.indago.host.CallLimits;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** One provider's camel-http endpoint and its connections, shared with no other provider. */
final class ProviderHttp implements AutoCloseable {
    private final PoolingHttpClientConnectionManager pool;
    private final HttpEndpoint endpoint;
    private final Producer producer;

    ProviderHttp(
            CamelContext context,
            String provider,
            int connections,
            LongReplies longReplies,
            ScheduledExecutorService timer,
            Clock clock) {
        CallConnections made = new CallConnections(limits());
        pool = pool(connections, made);
        try {
            HttpComponent component = context.getComponent("http", HttpComponent.class);
            // Every call brings its own URI; this one names the endpoint and leads nowhere.
            endpoint = (HttpEndpoint) component.createEndpoint("http://" + provider + ".provider.invalid");
            endpoint.setHttpClientConfigurer(new CallGuard(pool, made, longReplies, timer, clock));
            endpoint.setHttpActivityListener(CallGuard.Listener.INSTANCE);
            endpoint.setThrowExceptionOnFailure(false);
            endpoint.setCopyHeaders(false);
            endpoint.setDisableStreamCache(true);
            endpoint.setUserAgent("Indago");
            producer = endpoint.createProducer();
            ServiceHelper.startService(endpoint, producer);
        } catch (Exception failure) {
            throw RuntimeCamelException.wrapRuntimeCamelException(failure);
        }
    }

    /** HttpClient reads headers without end unless told otherwise. */
    private static Http1Config limits() {
        return Http1Config.custom()
                // Each connection keeps its own; a body of known length goes past them
                .setBufferSize(4 * 1024)
                .setMaxHeaderCount(100)
                .setMaxLineLength(16 * 1024)
                .build();
    }

    private static PoolingHttpClientConnectionManager pool(int connections, CallConnections made) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                // The alarm ends a call; a read with a timeout of its own costs a virtual thread two more wake-ups
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setConnectionFactory(made)
                .build();
    }

    /** The exchange of one call; its exception says what failed. */
    Exchange send(Consumer<Message> request, CallLimits limits) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
        exchange.setProperty(CallGuard.LIMITS, limits);
        request.accept(exchange.getMessage());
        try {
            producer.process(exchange);
        } catch (Exception failure) {
            exchange.setException(failure);
        }
        return exchange;
    }

    int connectionsInUse() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownServices(producer, endpoint);
        pool.close();
    }
}
