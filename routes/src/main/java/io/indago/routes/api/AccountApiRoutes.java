package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.Caller;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.accounting.Usage;
import io.indago.routes.accounting.UsageReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.rest.RestParamType;

/** The caller's own account, {@code /api/me}. */
public final class AccountApiRoutes extends RouteBuilder {
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    private final UsageReports usage;
    private final Clock clock;
    private final ObjectMapper json;

    public AccountApiRoutes(UsageReports usage, Clock clock, ObjectMapper json) {
        this.usage = usage;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Who is logged in.
     *
     * @param client the OAuth client the token was issued to
     * @param tokenExpires when the token ends
     */
    public record Me(
            String username, String subject, String client, List<String> scopes, Optional<Instant> tokenExpires) {}

    @Override
    public void configure() {
        rest("/api")
                .tag("account")
                .produces("application/json")
                .get("/me")
                .id("account.me.get")
                .description("Who is logged in, and with which scopes")
                .security(ApiScope.SCHEME, ApiScope.USERS)
                .outType(Me.class)
                .to("direct:account.me")
                .get("/me/usage")
                .id("account.usage.get")
                .description("What the caller has used")
                .security(ApiScope.SCHEME, ApiScope.USERS)
                .outType(Usage.class)
                .param()
                .name("from")
                .type(RestParamType.query)
                .required(false)
                .description("First day, 2026-11-01; four weeks ago unless given")
                .endParam()
                .param()
                .name("to")
                .type(RestParamType.query)
                .required(false)
                .description("Last day, inclusive; today unless given")
                .endParam()
                .to("direct:account.usage");

        from("direct:account.me")
                .routeId("account.me")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(this::me)
                .marshal(new JacksonDataFormat(json, Me.class));

        from("direct:account.usage")
                .routeId("account.usage")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(this::usage)
                .marshal(new JacksonDataFormat(json, Usage.class));
    }

    private void me(Exchange exchange) {
        Caller caller = caller(exchange);
        answer(
                exchange,
                new Me(caller.username(), caller.subject(), caller.client(), caller.scopes(), caller.tokenExpires()));
    }

    private void usage(Exchange exchange) throws BadRequestException, StoreUnavailableException {
        Instant now = clock.instant();
        Instant from = day(exchange.getMessage(), "from")
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(now.minus(FOUR_WEEKS));
        Instant to = day(exchange.getMessage(), "to")
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(now);
        if (!from.isBefore(to)) {
            throw BadRequestException.parameter("from", "is not before 'to'");
        }
        answer(exchange, usage.usage(caller(exchange).subject(), from, to));
    }

    private static Optional<LocalDate> day(Message message, String name) throws BadRequestException {
        String text = message.getHeader(name, String.class);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() < 2000 || day.getYear() > 9999) {
                throw BadRequestException.parameter(name, "is out of range: the years 2000 to 9999");
            }
            return Optional.of(day);
        } catch (DateTimeParseException malformed) {
            throw BadRequestException.parameter(name, "expected a day like 2026-11-01");
        }
    }

    private static Caller caller(Exchange exchange) {
        return exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class)
                .caller();
    }

    private static void answer(Exchange exchange, Object body) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(body);
    }
}
