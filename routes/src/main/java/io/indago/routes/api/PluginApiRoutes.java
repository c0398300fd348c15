package io.indago.routes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;

/** {@code /api/plugins}: which plugins, providers and connectors there are, how they are, and what to do with them. */
public final class PluginApiRoutes extends RouteBuilder {
    private static final int LONGEST_REASON = 200;
    private static final long BACKSTOP_SECONDS = 20;

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final PluginOperations plugins;
    private final ConnectorOperations connectors;
    private final AdminActions admin;
    private final ObjectMapper json;

    public PluginApiRoutes(
            PluginOperations plugins, ConnectorOperations connectors, AdminActions admin, ObjectMapper json) {
        this.plugins = plugins;
        this.connectors = connectors;
        this.admin = admin;
        this.json = json;
    }

    @Override
    public void configure() {
        RestDefinition rest = rest("/api").tag("plugins").produces("application/json");
        rest.get("/plugins")
                .id("plugins.get")
                .description("Which plugins and providers there are, whether they can be asked, and what is wrong")
                .security(ApiScope.SCHEME, ApiScope.TASKS)
                .outType(PluginsDocument.class)
                .to("direct:plugins.list")
                .get("/plugins/{id}")
                .id("plugins.show")
                .description("One provider or connector: state, settings, quotas, health, latency, breaker, cache")
                .security(ApiScope.SCHEME, ApiScope.TASKS)
                .outType(PluginDocument.class)
                .to("direct:plugins.show");
        rest.post("/plugins/rescan")
                .id("plugins.rescan")
                .description("Take over what was added, replaced or removed in the plugins folder, now")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(RescanDocument.class)
                .to("direct:plugins.rescan");
        action(rest, "health-check", "Ask it how it is, now", HealthCheckDocument.class);
        action(rest, "enable", "Ask it again, whatever held it back", PluginDocument.class);
        action(rest, "disable", "Ask it no more; the body may give a reason", PluginDocument.class);
        action(rest, "cache/clear", "Forget what it said", PluginDocument.class);

        action(
                rest,
                "kill",
                "End at once what it does now; a connector's enrichment is put aside",
                PluginDocument.class);
        action(rest, "retry", "Tell a connector again what was put aside", RetryDocument.class);
        rest.get("/plugins/{id}/deliveries")
                .id("plugins.deliveries")
                .description("What a connector was told last, what waits for it, and what was put aside")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .param()
                .name("limit")
                .type(RestParamType.query)
                .required(false)
                .defaultValue(String.valueOf(USUAL_LIMIT))
                .description("How many deliveries, at most 500")
                .endParam()
                .outType(DeliveriesDocument.class)
                .to("direct:plugins.deliveries");

        route("list", exchange -> answer(exchange, plugins.list()));
        route("show", exchange -> answer(exchange, plugins.show(id(exchange))));
        route("deliveries", exchange -> answer(exchange, connectors.deliveries(id(exchange), limit(exchange))));
        recorded("rescan", exchange -> plugins.rescan());
        recorded("health-check", exchange -> check(id(exchange)));
        recorded("enable", exchange -> plugins.enable(id(exchange)));
        recorded("cache-clear", exchange -> plugins.clearCache(id(exchange)));
        recorded("kill", exchange -> plugins.kill(id(exchange), user(exchange)));
        recorded("retry", exchange -> connectors.retry(id(exchange)));
        route("disable", exchange -> answer(exchange, disable(exchange, id(exchange), reason(exchange))));
    }

    private PluginDocument disable(Exchange exchange, String id, String reason) throws Exception {
        String by = user(exchange);
        return admin.perform(
                exchange, "plugin.disable", id, Map.of("reason", reason), () -> plugins.disable(id, by, reason));
    }

    /** A route whose work is done only when it is on record. */
    private void recorded(String name, Work work) {
        route(name, exchange -> {
            String id = exchange.getMessage().getHeader("id", "", String.class);
            answer(exchange, admin.perform(exchange, "plugin." + name, id, Map.of(), () -> work.of(exchange)));
        });
    }

    @FunctionalInterface
    private interface Work {
        Object of(Exchange exchange) throws Exception;
    }

    private static void action(RestDefinition rest, String action, String description, Class<?> answer) {
        String name = action.replace('/', '-');
        rest.post("/plugins/{id}/" + action)
                .id("plugins." + name)
                .description(description)
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(answer)
                .to("direct:plugins." + name);
    }

    private void route(String name, Processor work) {
        from("direct:plugins." + name)
                .routeId("plugins." + name)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(work)
                .marshal(new JacksonDataFormat(json, Object.class));
    }

    private HealthCheckDocument check(String id)
            throws NotFoundException, ExecutionException, InterruptedException, TimeoutException {
        return plugins.check(id).toCompletableFuture().get(BACKSTOP_SECONDS, TimeUnit.SECONDS);
    }

    private static int limit(Exchange exchange) throws BadRequestException {
        String text = exchange.getMessage().getHeader("limit", String.valueOf(USUAL_LIMIT), String.class);
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException none) {
            // as any other that is out of range
        }
        throw BadRequestException.parameter("limit", "is no number from 1 to " + LARGEST_LIMIT);
    }

    private static String id(Exchange exchange) {
        return exchange.getMessage().getHeader("id", String.class);
    }

    private static String user(Exchange exchange) {
        return exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class)
                .caller()
                .username();
    }

    /** Blank when there is none. */
    private String reason(Exchange exchange) throws BadRequestException {
        String body = exchange.getMessage().getBody(String.class);
        if (body == null || body.isBlank()) {
            return "";
        }
        try {
            JsonNode reason = json.readTree(body).path("reason");
            String text = reason.asText("").replaceAll("\\p{Cntrl}+", " ").strip();
            if (text.length() > LONGEST_REASON) {
                throw BadRequestException.parameter("reason", "is longer than " + LONGEST_REASON + " characters");
            }
            return text;
        } catch (JsonProcessingException malformed) {
            throw BadRequestException.parameter("reason", "the body is not JSON, expected {\"reason\": \"…\"}");
        }
    }

    private static void answer(Exchange exchange, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(body);
    }
}
