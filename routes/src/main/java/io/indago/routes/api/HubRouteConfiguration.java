package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.AccountingUnavailableException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.journal.JournalUnavailableException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the API tells errors: once, here, as {@link Problem}s. Routes choose it by {@link #ID}. */
public final class HubRouteConfiguration extends RouteConfigurationBuilder {
    public static final String ID = "api";
    /** The exchange property with headers that every answer has, a problem as well: their names, then their values. */
    public static final String HEADERS = "indago.answer-headers";

    private static final int UNAUTHORIZED = 401;

    private static final Logger LOG = LoggerFactory.getLogger(HubRouteConfiguration.class);

    private final JacksonDataFormat json;

    public HubRouteConfiguration(ObjectMapper mapper) {
        this.json = new JacksonDataFormat(mapper, Problem.class);
        this.json.setContentTypeHeader(false);
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition api = routeConfiguration(ID);
        on(api, BadRequestException.class, HubRouteConfiguration::badRequest);
        on(api, NotFoundException.class, HubRouteConfiguration::notFound);
        on(api, RefusedException.class, HubRouteConfiguration::refused);
        on(
                api,
                AccountingUnavailableException.class,
                unavailable(
                        "accounting-unavailable",
                        "Accounting is not available",
                        "The request can't be recorded now, and nothing is looked up unrecorded. Try again soon."));
        on(
                api,
                JournalUnavailableException.class,
                unavailable(
                        "accounting-unavailable",
                        "Accounting is not available",
                        "What is to be done can't be recorded now, and nothing is done unrecorded. Try again soon."));
        on(
                api,
                StoreUnavailableException.class,
                unavailable(
                        "store-unavailable",
                        "The database is not available",
                        "What is kept there can't be read or changed now. Lookups work. Try again soon."));
        on(
                api,
                UnreachableException.class,
                unavailable(
                        "stream-unavailable",
                        "Kafka is not available",
                        "What connectors are to be told can't be seen or changed now. Try again soon."));
        on(api, Exception.class, HubRouteConfiguration::ourFault);
    }

    private void on(RouteConfigurationDefinition api, Class<? extends Exception> failure, Processor answer) {
        api.onException(failure).handled(true).process(answer).marshal(json);
    }

    private static void badRequest(Exchange exchange) {
        BadRequestException fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, BadRequestException.class);
        Problem plain = Problem.of(fault.kind(), "Bad request", 400, fault.getMessage(), traceId(exchange));
        answer(
                exchange,
                new Problem(
                        plain.type(), plain.title(), plain.status(), plain.detail(), plain.traceId(), fault.errors()));
    }

    private static void notFound(Exchange exchange) {
        NotFoundException fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NotFoundException.class);
        answer(exchange, Problem.of("not-found", "Not found", 404, fault.getMessage(), traceId(exchange)));
    }

    private static void refused(Exchange exchange) {
        RefusedException refusal = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, RefusedException.class);
        answer(exchange, refusal.problem(traceId(exchange)));
        refusal.retryAfter()
                .ifPresent(wait -> exchange.getMessage().setHeader("Retry-After", Math.max(1, wait.toSeconds())));
        if (refusal.status() == UNAUTHORIZED) {
            exchange.getMessage().setHeader("WWW-Authenticate", "Bearer");
        }
    }

    /** Something of ours is away; the same request may succeed soon. */
    private static Processor unavailable(String kind, String title, String detail) {
        return exchange -> {
            LOG.atWarn()
                    .addKeyValue("traceId", traceId(exchange))
                    .addKeyValue("cause", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                    .log(title);
            answer(exchange, Problem.of(kind, title, 503, detail, traceId(exchange)));
            exchange.getMessage().setHeader("Retry-After", "5");
        };
    }

    private static void ourFault(Exchange exchange) {
        LOG.atError()
                .addKeyValue("traceId", traceId(exchange))
                .setCause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .log("A request failed");
        answer(
                exchange,
                Problem.of(
                        "internal",
                        "Internal error",
                        500,
                        "The hub failed. The trace id finds the cause in its log.",
                        traceId(exchange)));
    }

    private static void answer(Exchange exchange, Problem problem) {
        Message message = exchange.getMessage();
        // What is left here is answered: the request's own headers, its token among them.
        message.removeHeaders("*");
        Map<?, ?> headers = exchange.getProperty(HEADERS, Map.of(), Map.class);
        headers.forEach((name, value) -> message.setHeader(name.toString(), value));
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        message.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
        message.setBody(problem);
    }

    private static String traceId(Exchange exchange) {
        return exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class)
                .id()
                .toString();
    }
}
