package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.indicator.IndicatorParser;
import io.indago.routes.events.EnrichmentDocument;
import io.indago.routes.events.WrittenEnrichment;
import io.indago.routes.lookup.LookupForecast;
import io.indago.routes.lookup.LookupPreview;
import io.indago.routes.lookup.LookupRoutes;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;

/** The lookup operations, {@code /api/indicator}, and {@code lookup.receive}, which reads and answers them. */
public final class LookupApiRoutes extends RouteBuilder {
    private static final String PREVIEW = "direct:lookup.preview";

    private final LookupRequestReader reader;
    private final LookupPreview preview;
    private final ObjectMapper json;

    public LookupApiRoutes(IndicatorParser parser, DeadlineReader deadlines, LookupPreview preview, ObjectMapper json) {
        this.reader = new LookupRequestReader(parser, json, deadlines);
        this.preview = preview;
        this.json = json;
    }

    @Override
    public void configure() {
        RestDefinition rest = rest("/api").tag("lookup").produces("application/json");
        get(rest, "ipv4", "ipv4", "An IPv4 address");
        get(rest, "ipv6", "ipv6", "An IPv6 address");
        get(rest, "domain", "domain,fqdn", "A domain or host name");
        get(rest, "url", "url", "A URL, percent-encoded as one path segment");
        get(rest, "hash", "md5,sha1,sha256,sha512", "A file's MD5, SHA-1, SHA-256 or SHA-512");
        get(rest, "email", "email", "An e-mail address; POST keeps it out of access logs");
        get(rest, "cve", "cve", "A vulnerability's CVE id");
        get(rest, "asn", "asn", "An AS number, with or without AS before it");
        get(rest, "cidr", "cidr", "A network in CIDR notation, percent-encoded as one path segment");
        parameters(operation(rest, "cidr.length", "cidr/{value}/{length}", "A network in CIDR notation, slash and all")
                        .param()
                        .name("value")
                        .type(RestParamType.path)
                        .description("An address of the network")
                        .endParam()
                        .param()
                        .name("length")
                        .type(RestParamType.path)
                        .description("Its prefix length")
                        .endParam())
                .to("direct:lookup.cidr");
        parameters(rest.post("/indicator")
                        .id("lookup.any")
                        .description(
                                "Looks up any indicator; its type is detected. Body: {\"value\": \"…\", \"type\": \"…\"?},"
                                        + " or the bare value as text/plain.")
                        .consumes("application/json,text/plain")
                        .security(ApiScope.SCHEME, ApiScope.TASKS)
                        .outType(EnrichmentDocument.class))
                .to("direct:lookup.receive");

        from("direct:lookup.receive")
                .routeId("lookup.receive")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(reader::read)
                .choice()
                .when(exchangeProperty(LookupRequestReader.PLAN_ONLY).isEqualTo(true))
                .to(PREVIEW)
                .otherwise()
                .to(LookupRoutes.LOOKUP)
                .process(LookupApiRoutes::answer);

        from(PREVIEW)
                .routeId("lookup.preview")
                .errorHandler(noErrorHandler())
                .bean(preview, "of")
                .process(LookupApiRoutes::answerPlan)
                .marshal(new JacksonDataFormat(json, PlanDocument.class));
    }

    private void get(RestDefinition rest, String path, String types, String description) {
        String route = "direct:lookup." + path;
        parameters(operation(rest, path, path + "/{value}", description)
                        .param()
                        .name("value")
                        .type(RestParamType.path)
                        .description(description)
                        .endParam())
                .to(route);
        from(route)
                .routeId("lookup." + path)
                .errorHandler(noErrorHandler())
                .setProperty(LookupRequestReader.EXPECTED, constant(types))
                .to("direct:lookup.receive");
    }

    private static RestDefinition operation(RestDefinition rest, String id, String path, String description) {
        return rest.get("/indicator/" + path)
                .id("lookup." + id + ".get")
                .description("Looks up an indicator. " + description + ".")
                .security(ApiScope.SCHEME, ApiScope.TASKS)
                .outType(EnrichmentDocument.class);
    }

    private static RestDefinition parameters(RestDefinition operation) {
        return operation
                .param()
                .name("deadline")
                .type(RestParamType.query)
                .required(false)
                .defaultValue("10s")
                .description("When work stops: 500ms, 3s, PT3S; at most 30s. What is late is reported as timeout.")
                .endParam()
                .param()
                .name("tlp")
                .type(RestParamType.query)
                .required(false)
                .defaultValue("AMBER")
                .description("TLP 2.0 label of the indicator: CLEAR, GREEN, AMBER, AMBER+STRICT, RED")
                .endParam()
                .param()
                .name("pap")
                .type(RestParamType.query)
                .required(false)
                .defaultValue("AMBER")
                .description("Permissible actions: CLEAR, GREEN, AMBER, RED")
                .endParam()
                .param()
                .name("plan")
                .type(RestParamType.query)
                .required(false)
                .defaultValue("false")
                .description("Dry run: true, or no value, sends nothing and answers whom the lookup would ask and what,"
                        + " and why not the others (indago.plan.v1)")
                .endParam()
                .responseMessage()
                .code(200)
                .message("Every provider's outcome and the verdict, also when providers failed; or the plan")
                .endResponseMessage()
                .responseMessage()
                .code(400)
                .message("Not an indicator, or a parameter that can't be read")
                .endResponseMessage()
                .responseMessage()
                .code(503)
                .message("The lookup can't be accounted now; Retry-After says when to try again")
                .endResponseMessage();
    }

    private static void answerPlan(Exchange exchange) throws InvalidPayloadException {
        PlanDocument plan = PlanDocument.of(exchange.getMessage().getMandatoryBody(LookupForecast.class));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(plan);
    }

    private static void answer(Exchange exchange) {
        // Removed, so that it is not kept while it travels
        WrittenEnrichment written = (WrittenEnrichment) exchange.removeProperty(WrittenEnrichment.PROPERTY);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(written.answer());
    }
}
