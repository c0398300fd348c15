package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code /api/admin/dead-letters}: events that could never be stored. */
public final class DeadLetterApiRoutes extends RouteBuilder {
    private final DeadLetterOperations deadLetters;
    private final AdminActions admin;
    private final ObjectMapper json;

    public DeadLetterApiRoutes(DeadLetterOperations deadLetters, AdminActions admin, ObjectMapper json) {
        this.deadLetters = deadLetters;
        this.admin = admin;
        this.json = json;
    }

    @Override
    public void configure() {
        rest("/api/admin/dead-letters")
                .tag("admin")
                .produces("application/json")
                .get()
                .id("dead-letters.get")
                .description("How many events of each topic could never be stored and were put aside")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(DeadLettersDocument.class)
                .to("direct:dead-letters.list")
                .post("/{topic}/replay")
                .id("dead-letters.replay")
                .description("Try to store them again; what can't be is put aside once more")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(ReplayDocument.class)
                .to("direct:dead-letters.replay");

        route("list", exchange -> answer(exchange, deadLetters.list()));
        route("replay", exchange -> answer(exchange, replay(exchange)));
    }

    private ReplayDocument replay(Exchange exchange) throws Exception {
        String topic = exchange.getMessage().getHeader("topic", String.class);
        return admin.perform(exchange, "dead-letters.replay", topic, Map.of(), () -> deadLetters.replay(topic));
    }

    private void route(String name, Processor work) {
        from("direct:dead-letters." + name)
                .routeId("dead-letters." + name)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(work)
                .marshal(new JacksonDataFormat(json, Object.class));
    }

    private static void answer(Exchange exchange, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(body);
    }
}
