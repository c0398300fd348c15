package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.ApiScope;
import io.indago.routes.api.HubRouteConfiguration;
import java.util.Map;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;

/** {@code PATCH /api/me/password}: one's own password. */
public final class PasswordApiRoutes extends RouteBuilder {
    private static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-store");

    private final OwnPassword password;
    private final AdminActions actions;
    private final ObjectMapper json;

    public PasswordApiRoutes(OwnPassword password, AdminActions actions, ObjectMapper json) {
        this.password = requireNonNull(password, "password");
        this.actions = requireNonNull(actions, "actions");
        this.json = requireNonNull(json, "json");
    }

    /**
     * What has been done.
     *
     * @param message for people
     */
    public record PasswordChanged(String username, String message) {}

    @Override
    public void configure() {
        rest("/api")
                .tag("account")
                .produces("application/json")
                .patch("/me/password")
                .id("account.password.patch")
                .description("Change the own password, with the current one; ends all sessions and tokens")
                .security(ApiScope.SCHEME, ApiScope.USERS)
                .outType(PasswordChanged.class)
                .to("direct:account.password");

        from("direct:account.password")
                .routeId("account.password")
                .routeConfigurationId(HubRouteConfiguration.ID)
                .setProperty(HubRouteConfiguration.HEADERS, constant(HEADERS))
                .process(exchange -> change(new AccountExchange(exchange)))
                .marshal(new JacksonDataFormat(json, PasswordChanged.class));
    }

    private void change(AccountExchange asked) throws Exception {
        asked.requireNoQuery();
        Members members = Members.of(json, asked.body(), Set.of("current_password", "new_password"));
        Password current = Password.of(members.required("current_password"));
        Password wanted = Password.of(members.required("new_password"));
        members.check();
        actions.perform(asked.exchange(), "password.change", asked.caller().username(), Map.of(), () -> {
            try {
                password.change(asked.caller(), asked.address(), current, wanted);
                return true;
            } catch (DirectoryException failure) {
                throw failure.refusal();
            }
        });
        asked.answer(
                200,
                new PasswordChanged(
                        asked.caller().username(), "The password is changed. Log in again: all tokens have ended."),
                HEADERS);
    }
}
