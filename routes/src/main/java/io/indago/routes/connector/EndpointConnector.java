package io.indago.routes.connector;

import io.indago.spi.Connector;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.ErrorKind;
import io.indago.spi.LookupContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Sends each enrichment to one Camel endpoint: a file, a mail, a web hook, a queue. */
final class EndpointConnector implements Connector {
    private static final int TOO_MANY = 429;

    private final EndpointUri uri;
    private final Endpoint endpoint;
    private final ProducerTemplate producer;
    private final EndpointMessage message;

    EndpointConnector(EndpointUri uri, CamelContext camel, EndpointMessage message) {
        this.uri = uri;
        this.message = message;
        endpoint = uri.resolve(camel);
        producer = camel.createProducerTemplate();
    }

    @Override
    public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
        return Step.await(producer.asyncSend(endpoint, exchange -> message.write(enrichment, exchange.getMessage()))
                .thenApply(exchange -> Step.done(delivered(exchange))));
    }

    private Delivery delivered(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure instanceof HttpOperationFailedException refused) {
            throw ProviderException.of(kind(refused.getStatusCode()), "it answered HTTP " + refused.getStatusCode());
        }
        if (failure != null) {
            throw ProviderException.of(ErrorKind.UNAVAILABLE, uri.hidden(failure));
        }
        return Delivery.created("");
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 401, 403 -> ErrorKind.UNAUTHORIZED;
            case TOO_MANY -> ErrorKind.QUOTA;
            default -> status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.INVALID_INPUT;
        };
    }

    @Override
    public void close() {
        try {
            producer.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
