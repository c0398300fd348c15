package io.indago.routes.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** The caller's own account, {@code /api/me}. */
public final class AccountApiRoutes extends RouteBuilder {
    private final ObjectMapper json;

    public AccountApiRoutes(ObjectMapper json) {
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
                .to("direct:account.me");

        from("direct:account.me")
                .routeId("account.me")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(this::me)
                .marshal(new JacksonDataFormat(json, Me.class));
    }

    private void me(Exchange exchange) {
        Caller caller = caller(exchange);
        answer(
                exchange,
                new Me(caller.username(), caller.subject(), caller.client(), caller.scopes(), caller.tokenExpires()));
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
