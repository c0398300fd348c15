package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.account.UserRequests.Reset;
import io.indago.routes.account.UserRequests.Status;
import io.indago.routes.api.AdminActions;
import io.indago.routes.api.ApiScope;
import io.indago.routes.api.BadRequestException;
import io.indago.routes.api.HubRouteConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.RestParamType;

/** {@code /api/admin/user}: the users, who live in Keycloak. */
public final class UserApiRoutes extends RouteBuilder {
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 100;
    private static final int LARGEST_OFFSET = 1_000_000;
    private static final int LONGEST_SEARCH = 100;
    private static final int LONGEST_KEY = 255;
    private static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-store");

    private final UserViews views;
    private final UserCreation creation;
    private final UserAdministration administration;
    private final AdminActions actions;
    private final UserRequests requests;
    private final ObjectMapper json;

    public UserApiRoutes(
            UserViews views,
            UserCreation creation,
            UserAdministration administration,
            AdminActions actions,
            ObjectMapper json) {
        this.views = requireNonNull(views, "views");
        this.creation = requireNonNull(creation, "creation");
        this.administration = requireNonNull(administration, "administration");
        this.actions = requireNonNull(actions, "actions");
        this.requests = new UserRequests(json);
        this.json = json;
    }

    @Override
    public void configure() {
        RestDefinition rest = rest("/api/admin").tag("users").produces("application/json");
        rest.get("/users")
                .id("users.get")
                .description("The users, by name, and when each was last here")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(UsersDocument.class)
                .param()
                .name("search")
                .type(RestParamType.query)
                .required(false)
                .description("A part of the name, e-mail address, first or last name")
                .endParam()
                .param()
                .name("offset")
                .type(RestParamType.query)
                .required(false)
                .defaultValue("0")
                .endParam()
                .param()
                .name("limit")
                .type(RestParamType.query)
                .required(false)
                .defaultValue(String.valueOf(USUAL_LIMIT))
                .description("At most " + LARGEST_LIMIT)
                .endParam()
                .to("direct:users.list");
        rest.get("/user/{username}")
                .id("users.show")
                .description("One user: groups, whether he is enabled, when he was last here")
                .security(ApiScope.SCHEME, ApiScope.MON_READ)
                .outType(UserDocument.class)
                .to("direct:users.show");
        rest.post("/user")
                .id("users.post")
                .description("Make a user: disabled until he has a password and a group")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(UserDocument.class)
                .to("direct:users.create");
        rest.patch("/user/password")
                .id("users.password")
                .description("Give a user another password; ends all his sessions and tokens")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(UserDocument.class)
                .to("direct:users.password");
        rest.patch("/user/status")
                .id("users.status")
                .description("Enable or disable a user; disabling ends all his sessions and tokens")
                .security(ApiScope.SCHEME, ApiScope.MON)
                .outType(UserDocument.class)
                .to("direct:users.status");

        route("list", this::list);
        route("show", asked -> answer(asked, 200, asked.header("username").orElse("")));
        route("create", this::create);
        route("password", this::reset);
        route("status", this::status);
    }

    private interface Work {
        void on(AccountExchange asked) throws Exception;
    }

    private void route(String name, Work work) {
        from("direct:users." + name)
                .routeId("users." + name)
                .routeConfigurationId(HubRouteConfiguration.ID)
                .setProperty(HubRouteConfiguration.HEADERS, constant(HEADERS))
                .process(exchange -> {
                    try {
                        work.on(new AccountExchange(exchange));
                    } catch (DirectoryException failure) {
                        throw failure.refusal();
                    }
                })
                .marshal(new JacksonDataFormat(json, Object.class));
    }

    private void list(AccountExchange asked) throws Exception {
        String search = asked.header("search").orElse("").strip();
        if (search.length() > LONGEST_SEARCH) {
            throw BadRequestException.parameter("search", "is longer than " + LONGEST_SEARCH + " characters");
        }
        int offset = asked.number("offset", 0, 0, LARGEST_OFFSET);
        int limit = asked.number("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        asked.answer(200, views.list(search, offset, limit), HEADERS);
    }

    private void create(AccountExchange asked) throws Exception {
        asked.requireNoQuery();
        Optional<String> key =
                asked.header("Idempotency-Key").map(String::strip).filter(text -> !text.isEmpty());
        if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw BadRequestException.parameter("Idempotency-Key", "expected up to 255 printable characters");
        }
        NewUser user = requests.creation(asked.body());
        Map<String, String> details = Map.of("group", user.group().id(), "temporary", String.valueOf(user.temporary()));
        boolean created = perform(
                asked,
                "user.create",
                user.username(),
                details,
                () -> creation.create(user, asked.caller().username(), key));
        answer(asked, created ? 201 : 200, user.username());
    }

    private void reset(AccountExchange asked) throws Exception {
        asked.requireNoQuery();
        Reset reset = requests.reset(asked.body());
        Map<String, String> details = Map.of("temporary", String.valueOf(reset.temporary()));
        perform(asked, "user.password", reset.username(), details, () -> {
            administration.resetPassword(
                    views.find(reset.username()),
                    reset.password(),
                    reset.temporary(),
                    asked.caller().subject());
            return true;
        });
        answer(asked, 200, reset.username());
    }

    private void status(AccountExchange asked) throws Exception {
        asked.requireNoQuery();
        Status status = requests.status(asked.body());
        perform(asked, status.enabled() ? "user.enable" : "user.disable", status.username(), Map.of(), () -> {
            User user = views.find(status.username());
            if (status.enabled()) {
                administration.enable(user);
            } else {
                administration.disable(user, asked.caller().subject());
            }
            return true;
        });
        answer(asked, 200, status.username());
    }

    /** What is asked for, too, is accounted and on record, whatever comes of it. */
    private <T> T perform(
            AccountExchange asked, String action, String username, Map<String, String> details, Callable<T> work)
            throws Exception {
        asked.accounted().note("username", username);
        return actions.perform(asked.exchange(), action, username, details, () -> {
            try {
                return work.call();
            } catch (DirectoryException failure) {
                throw failure.refusal();
            }
        });
    }

    private void answer(AccountExchange asked, int status, String username) throws Exception {
        asked.answer(status, views.show(username), HEADERS);
    }
}
