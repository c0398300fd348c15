package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.api.LimitOperations.Target;
import io.indago.routes.limit.LimitOverride;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code /api/admin/limits} and {@code /api/admin/limit}: which rate limits there are, and other ones for a time. */
public final class LimitApiRoutes extends RouteBuilder {
    private static final String ONE = "/limit/{kind}/{name}";

    private final LimitOperations limits;
    private final AdminActions admin;
    private final ObjectMapper json;

    public LimitApiRoutes(LimitOperations limits, AdminActions admin, ObjectMapper json) {
        this.limits = limits;
        this.admin = admin;
        this.json = json;
    }

    @Override
    public void configure() {
        rest("/api/admin")
                .tag("limits")
                .produces("application/json")
                .get("/limits")
                .id("limits.get")
                .description("Which rate limits there are, and which were set for a time")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(LimitsDocument.class)
                .to("direct:limits.list")
                .put(ONE)
                .id("limits.put")
                .description("Give a user or a client another rate limit for a time. Body: {\"limit\": \"6000/1m\","
                        + " \"for\": \"8h\", \"reason\": \"…\"?}; a limit of none lifts it")
                .consumes("application/json")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(LimitsDocument.Override.class)
                .to("direct:limits.set")
                .delete(ONE)
                .id("limits.delete")
                .description("Take back what was set for a user or a client")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(LimitsDocument.Holding.class)
                .to("direct:limits.clear");

        route("list", exchange -> answer(exchange, limits.list()));
        route("set", this::set);
        route("clear", this::clear);
    }

    private void route(String name, Processor work) {
        from("direct:limits." + name)
                .routeId("limits." + name)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(work)
                .marshal(new JacksonDataFormat(json, Object.class));
    }

    private void set(Exchange exchange) throws Exception {
        String by = exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class)
                .caller()
                .username();
        Target target = target(exchange);
        LimitOverride wanted = limits.read(target, exchange.getMessage().getBody(String.class), by);
        Map<String, String> details = Map.of(
                "limit", wanted.limit().toString(),
                "until", wanted.until().toString(),
                "reason", wanted.reason());
        answer(exchange, admin.perform(exchange, "limit.set", target.id(), details, () -> limits.set(wanted)));
    }

    private void clear(Exchange exchange) throws Exception {
        Target target = target(exchange);
        answer(exchange, admin.perform(exchange, "limit.clear", target.id(), Map.of(), () -> limits.clear(target)));
    }

    private static Target target(Exchange exchange) throws NotFoundException, BadRequestException {
        Message message = exchange.getMessage();
        return Target.of(message.getHeader("kind", "", String.class), message.getHeader("name", "", String.class));
    }

    private static void answer(Exchange exchange, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(body);
    }
}
