package io.indago.hub.web;

import io.indago.hub.web.RestOperations.Operation;
import io.indago.routes.accounting.AccountedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One operation's HTTP side: request to exchange, the route to its end, exchange to response, all on the calling thread.
 *
 * <p>What reaches the exchange is chosen by name: the path's variables, the query parameters the operation declares and
 * the {@link #HEADERS}. Nothing else does, so that no request can set a header Camel acts on.
 */
final class HubHttpConsumer extends DefaultConsumer implements PlatformHttpConsumer {
    /** The request headers routes may see. */
    private static final List<String> HEADERS = List.of("Accept", "Prefer", "Cache-Control", "Idempotency-Key");
    /** The response headers routes may set, besides Content-Type. */
    private static final List<String> ANSWER_HEADERS = List.of(
            "Retry-After",
            "Location",
            "Cache-Control",
            "Content-Disposition",
            "Link",
            "Deprecation",
            "WWW-Authenticate",
            "X-Total-Count");

    private static final byte[] NOTHING = {};

    private final RestOperations operations;
    private final ArrivingBody bodies;
    private volatile Runnable unregister = () -> {};

    HubHttpConsumer(
            PlatformHttpEndpoint endpoint, Processor processor, RestOperations operations, ArrivingBody bodies) {
        super(endpoint, processor);
        this.operations = operations;
        this.bodies = bodies;
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    void onStop(Runnable action) {
        unregister = action;
    }

    @Override
    protected void doStop() throws Exception {
        unregister.run();
        super.doStop();
    }

    /** Called by Spring MVC for every request to the operation. */
    public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isRunAllowed()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The hub is stopping");
        }
        byte[] body = bodies.read(request);
        Exchange exchange = createExchange(false);
        try {
            exchange.setPattern(ExchangePattern.InOut);
            read(request, body, exchange);
            createUoW(exchange);
            try {
                getProcessor().process(exchange);
            } catch (Exception failure) {
                exchange.setException(failure);
            }
            write(exchange, response);
        } catch (Exception failure) {
            throw new IOException("The answer can't be written", failure);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    private void read(HttpServletRequest request, byte[] body, Exchange exchange) {
        Object accounted = request.getAttribute(AccountedRequest.PROPERTY);
        if (accounted != null) {
            exchange.setProperty(AccountedRequest.PROPERTY, accounted);
        }
        Message in = exchange.getIn();
        HEADERS.forEach(name -> set(in, name, request.getHeader(name)));
        Set<String> parameters =
                operations.find(request).map(Operation::parameters).orElse(Set.of());
        for (String name : parameters) {
            String[] values = request.getParameterValues(name);
            set(in, name, values == null ? null : String.join(",", values));
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> in.setHeader(name.toString(), value));
        }
        in.setHeader(Exchange.HTTP_METHOD, request.getMethod());
        if (getEndpoint().isMatchOnUriPrefix()) {
            in.setHeader(Exchange.HTTP_PATH, ""); // the API's description asks for the path below itself
        }
        set(in, Exchange.CONTENT_TYPE, request.getContentType());
        if (body.length > 0) {
            in.setBody(new String(body, StandardCharsets.UTF_8));
        }
    }

    private static void set(Message message, String name, @Nullable Object value) {
        if (value != null) {
            message.setHeader(name, value);
        }
    }

    private static void write(Exchange exchange, HttpServletResponse response) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        Message message = exchange.getMessage();
        byte[] bytes = bytes(message);
        response.setStatus(message.getHeader(Exchange.HTTP_RESPONSE_CODE, HttpServletResponse.SC_OK, Integer.class));
        response.setContentType(message.getHeader(Exchange.CONTENT_TYPE, "application/json", String.class));
        for (String name : ANSWER_HEADERS) {
            String value = message.getHeader(name, String.class);
            if (value != null) {
                response.setHeader(name, value);
            }
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] bytes(Message message) throws IOException {
        if (message.getBody() == null) {
            return NOTHING;
        }
        if (message.getBody() instanceof byte[] whole) {
            return whole;
        }
        try (InputStream stream = message.getBody(InputStream.class)) {
            return stream.readAllBytes();
        }
    }
}
