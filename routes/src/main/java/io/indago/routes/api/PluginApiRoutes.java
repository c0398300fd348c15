package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code GET /api/plugins}: which plugins and providers there are, and what is wrong with them. */
public final class PluginApiRoutes extends RouteBuilder {
    private final Supplier<PluginsDocument> plugins;
    private final ObjectMapper json;

    public PluginApiRoutes(Supplier<PluginsDocument> plugins, ObjectMapper json) {
        this.plugins = plugins;
        this.json = json;
    }

    @Override
    public void configure() {
        rest("/api")
                .tag("plugins")
                .produces("application/json")
                .get("/plugins")
                .id("plugins.get")
                .description("Which plugins and providers there are, whether they can be asked, and what is wrong")
                .security(ApiScope.SCHEME, ApiScope.TASKS)
                .outType(PluginsDocument.class)
                .to("direct:plugins.list");

        from("direct:plugins.list")
                .routeId("plugins.list")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(exchange -> {
                    exchange.getMessage().removeHeaders("*");
                    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
                    exchange.getMessage().setBody(plugins.get());
                })
                .marshal(new JacksonDataFormat(json, PluginsDocument.class));
    }
}
