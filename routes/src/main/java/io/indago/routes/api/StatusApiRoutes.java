package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code GET /api/status}, open to all: whether the hub is there. */
public final class StatusApiRoutes extends RouteBuilder {
    private final Supplier<HubStatus> status;
    private final ObjectMapper json;

    public StatusApiRoutes(Supplier<HubStatus> status, ObjectMapper json) {
        this.status = status;
        this.json = json;
    }

    /**
     * What anybody may know about the hub.
     *
     * @param status {@code up}
     * @param providers how many can be asked now
     * @param problems how many problems plugins have; {@code GET /api/plugins} says which
     */
    public record HubStatus(String status, String version, int providers, int problems) {}

    @Override
    public void configure() {
        rest("/api")
                .tag("status")
                .produces("application/json")
                .get("/status")
                .id("status.get")
                .description("Whether the hub is there; open to all")
                .security(ApiScope.OPEN)
                .outType(HubStatus.class)
                .to("direct:status");

        from("direct:status")
                .routeId("status")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(exchange -> {
                    exchange.getMessage().removeHeaders("*");
                    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
                    exchange.getMessage().setBody(status.get());
                })
                .marshal(new JacksonDataFormat(json, HubStatus.class));
    }
}
