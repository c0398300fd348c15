package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.AuditEntries;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditFilter;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.VerifiedChain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;

/** {@code /api/admin/audit}: who did what with power, what was refused to whom, and whether the record of it is whole. */
public final class AuditApiRoutes extends RouteBuilder {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final int FARTHEST_OFFSET = 1_000_000;

    private final AuditEntries entries;
    private final AuditVerification verification;
    private final ObjectMapper json;

    public AuditApiRoutes(AuditEntries entries, AuditVerification verification, ObjectMapper json) {
        this.entries = entries;
        this.verification = verification;
        this.json = json;
    }

    @Override
    public void configure() {
        RestDefinition rest = rest("/api/admin").tag("audit").produces("application/json");
        rest.get("/audit")
                .id("audit.list")
                .description("What administrators did and what was refused to whom, the last first")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(AuditDocument.class);
        parameter(rest, "user", "The name of who did it");
        parameter(rest, "action", "plugin.disable, or plugin for all that begin so");
        parameter(rest, "object", "What it was done to");
        parameter(rest, "outcome", "requested, done, failed or refused");
        parameter(rest, "from", "First day, 2026-11-01");
        parameter(rest, "to", "Last day, inclusive");
        parameter(rest, "offset", "How many to leave out; 0 unless given");
        parameter(rest, "limit", "How many, at most 500; 50 unless given");
        rest.to("direct:audit.list");
        rest.get("/audit/verification")
                .id("audit.verify")
                .description("Whether any entry has been changed or removed, from the first to the last, now")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(VerifiedChain.class)
                .to("direct:audit.verify");

        route("audit.list", exchange -> answer(exchange, list(exchange.getMessage())));
        route("audit.verify", exchange -> answer(exchange, verification.verify()));
    }

    private static void parameter(RestDefinition rest, String name, String description) {
        rest.param()
                .name(name)
                .type(RestParamType.query)
                .required(false)
                .description(description)
                .endParam();
    }

    private void route(String name, Processor work) {
        from("direct:" + name)
                .routeId(name)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(work)
                .marshal(new JacksonDataFormat(json, Object.class));
    }

    private AuditDocument list(Message message) throws BadRequestException, StoreUnavailableException {
        int offset = number(message, "offset", 0, 0, FARTHEST_OFFSET);
        int limit = number(message, "limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        AuditFilter wanted = new AuditFilter(
                text(message, "user"),
                text(message, "action"),
                text(message, "object"),
                text(message, "outcome"),
                day(message, "from", 0),
                day(message, "to", 1));
        List<AuditEntry> found = entries.find(wanted, offset, limit + 1);
        return AuditDocument.of(found, offset, limit);
    }

    private static Optional<String> text(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static int number(Message message, String name, int usual, int least, int most) throws BadRequestException {
        Optional<String> text = text(message, name);
        try {
            int number = text.isEmpty() ? usual : Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // as any other that is out of range
        }
        throw BadRequestException.parameter(name, "is no number from " + least + " to " + most);
    }

    /** The begin of the day that many days after the one given. */
    private static Optional<Instant> day(Message message, String name, int later) throws BadRequestException {
        Optional<String> text = text(message, name);
        try {
            Optional<LocalDate> day = text.map(LocalDate::parse);
            if (day.isPresent() && (day.get().getYear() < 2000 || day.get().getYear() > 9999)) {
                throw BadRequestException.parameter(name, "is out of range: the years 2000 to 9999");
            }
            return day.map(date -> date.plusDays(later).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException malformed) {
            throw BadRequestException.parameter(name, "expected a day like 2026-11-01");
        }
    }

    private static void answer(Exchange exchange, Object body) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(body);
    }
}
