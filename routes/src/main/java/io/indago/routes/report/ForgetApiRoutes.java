package io.indago.routes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.UserDirectory;
import io.indago.routes.accounting.AccountedRequest;
import io.indago.routes.accounting.Caller;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.ApiScope;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.NotFoundException;
import io.indago.routes.api.RefusedException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code DELETE /api/admin/log/{username}}: the accounts forget who somebody was, and keep what was used. */
public final class ForgetApiRoutes extends RouteBuilder {
    private final Reports reports;
    private final Forgetting forgetting;
    private final AdminActions admin;
    private final ObjectMapper json;

    public ForgetApiRoutes(Reports reports, UserDirectory directory, AdminActions admin, ObjectMapper json) {
        this.reports = reports;
        this.forgetting = new Forgetting(reports, directory);
        this.admin = admin;
        this.json = json;
    }

    /**
     * What became of somebody's requests.
     *
     * @param pseudonym whose they are now
     */
    public record Forgotten(String pseudonym, long requests) {}

    @Override
    public void configure() {
        rest("/api/admin")
                .tag("reports")
                .produces("application/json")
                .delete("/log/{username}")
                .id("logs.forget")
                .description(
                        "Puts a pseudonym in the place of a user who is gone or disabled, in all that is kept of his requests")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(Forgotten.class)
                .to("direct:logs.forget");

        from("direct:logs.forget")
                .routeId("logs.forget")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .process(this::forget)
                .marshal(new JacksonDataFormat(json, Forgotten.class));
    }

    /** The audit is told the pseudonym: what can't be changed must not name whom nobody is to know any more. */
    private void forget(Exchange exchange) throws Exception {
        String username = exchange.getMessage().getHeader("username", "", String.class);
        if (username.chars().anyMatch(Character::isISOControl) || !reports.knows(username)) {
            throw new NotFoundException("the accounts know no user of that name: they do from the first request on");
        }
        AccountedRequest asked = exchange.getProperty(AccountedRequest.PROPERTY, AccountedRequest.class);
        String pseudonym = "forgotten-" + asked.id();
        long requests = admin.perform(
                exchange,
                "user.forget",
                pseudonym,
                Map.of(),
                () -> forget(username, pseudonym, asked.caller()),
                forgotten -> Map.of("requests", Long.toString(forgotten)));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(new Forgotten(pseudonym, requests));
    }

    private long forget(String username, String pseudonym, Caller by)
            throws StoreUnavailableException, RefusedException {
        try {
            return forgetting.forget(username, pseudonym, by);
        } catch (DirectoryException unknown) {
            throw unknown.refusal();
        }
    }
}
