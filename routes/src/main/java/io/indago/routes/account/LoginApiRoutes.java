package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.account.PasswordLogin.Granted;
import io.indago.routes.accounting.Caller;
import io.indago.routes.api.ApiScope;
import io.indago.routes.api.BadRequestException;
import io.indago.routes.api.HubRouteConfiguration;
import io.indago.routes.api.RefusedException;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditOutcome;
import io.indago.routes.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code POST /api/authenticate}: a token for a name and a password, for programs that know no better way. */
public final class LoginApiRoutes extends RouteBuilder {
    /** Deprecated since 2026-11-01 (RFC 9745), for the reasons of RFC 9700. */
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control",
            "no-store",
            "Deprecation",
            "@1793491200",
            "Link",
            "<https://www.rfc-editor.org/rfc/rfc9700#section-2.4>; rel=\"deprecation\"; type=\"text/html\"");

    private static final int LONGEST_NAME = 64;

    private final PasswordCheck check;
    private final LoginAddresses addresses;
    private final AuditTrail trail;
    private final LoginRefusals refusals;
    private final ObjectMapper json;

    public LoginApiRoutes(
            PasswordCheck check,
            LoginAddresses addresses,
            AuditTrail trail,
            LoginRefusals refusals,
            ObjectMapper json) {
        this.check = requireNonNull(check, "check");
        this.addresses = requireNonNull(addresses, "addresses");
        this.trail = requireNonNull(trail, "trail");
        this.refusals = requireNonNull(refusals, "refusals");
        this.json = requireNonNull(json, "json");
    }

    @Override
    public void configure() {
        rest("/api")
                .tag("account")
                .produces("application/json")
                .post("/authenticate")
                .id("authenticate.post")
                .description(
                        "A token for a name and a password, as a form; deprecated, and off unless the operator wants it")
                .consumes(LoginForm.MEDIA_TYPE)
                .security(ApiScope.OPEN)
                .outType(AuthenticationDocument.class)
                .to("direct:account.authenticate");

        from("direct:account.authenticate")
                .routeId("account.authenticate")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .setProperty(HubRouteConfiguration.HEADERS, constant(HEADERS))
                .process(exchange -> authenticate(new AccountExchange(exchange)))
                .marshal(new JacksonDataFormat(json, AuthenticationDocument.class));
    }

    private void authenticate(AccountExchange asked)
            throws BadRequestException, RefusedException, InterruptedException {
        asked.requireNoQuery();
        LoginForm form = LoginForm.read(asked.header(Exchange.CONTENT_TYPE).orElse(null), asked.body());
        asked.accounted().note("username", shortened(form.username()));
        Granted granted = logIn(asked, form);
        Caller caller = new Caller(
                granted.subject(),
                granted.username(),
                granted.client(),
                List.of(granted.scope().split(" ")),
                Optional.empty(),
                Optional.of(asked.accounted().startedAt()));
        asked.accounted().provedBy(caller);
        trail.tell(AuditActor.of(caller, asked.address()), "login", granted.username(), AuditOutcome.DONE, Map.of());
        asked.answer(200, AuthenticationDocument.of(granted), HEADERS);
    }

    private Granted logIn(AccountExchange asked, LoginForm form) throws RefusedException, InterruptedException {
        try {
            return check.check(asked.address(), form.username(), form.password(), form.scope(), wrong());
        } catch (RefusedException refusal) {
            refusals.note(refusal, AuditActor.of(asked.caller(), asked.address()));
            throw refusal;
        }
    }

    /** The same for all who are refused, whatever the reason. */
    private RefusedException wrong() {
        return new RefusedException(
                PasswordCheck.WRONG,
                "Login refused",
                401,
                "The name or the password is wrong, or this account takes more than a password: " + addresses.portal());
    }

    /** PostgreSQL takes no NUL, and nobody needs the other control characters. */
    private static String shortened(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME);
    }
}
