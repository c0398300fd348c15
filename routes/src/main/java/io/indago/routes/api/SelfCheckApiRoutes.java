package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code GET /api/admin/self-check}: what the hub finds unsafe about how it runs. */
public final class SelfCheckApiRoutes extends RouteBuilder {
    private final Supplier<SelfCheckDocument> selfCheck;
    private final ObjectMapper json;

    public SelfCheckApiRoutes(Supplier<SelfCheckDocument> selfCheck, ObjectMapper json) {
        this.selfCheck = selfCheck;
        this.json = json;
    }

    @Override
    public void configure() {
        rest("/api/admin")
                .tag("administration")
                .produces("application/json")
                .get("/self-check")
                .id("admin.self-check")
                .description("What the hub finds unsafe about its settings, its roles and its Keycloak")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(SelfCheckDocument.class)
                .to("direct:admin.self-check");

        from("direct:admin.self-check")
                .routeId("admin.self-check")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(exchange -> {
                    exchange.getMessage().removeHeaders("*");
                    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
                    exchange.getMessage().setBody(selfCheck.get());
                })
                .marshal(new JacksonDataFormat(json, SelfCheckDocument.class));
    }
}
