package io.indago.hub.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.indago.routes.account.Password;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Admin API is sent, and what it answers besides users. */
final class KeycloakBodies {
    private KeycloakBodies() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Creation(
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            boolean enabled,
            List<String> groups) {}

    /** Only what it says is changed. */
    record Switch(boolean enabled) {}

    /** Is logged as a text when Spring's client is told to log bodies: which does not show the password. */
    record Credential(String type, @JsonProperty("value") String password, boolean temporary) {
        static Credential of(Password password, boolean temporary) {
            return new Credential("password", password.reveal(), temporary);
        }

        @Override
        public String toString() {
            return "(a password)";
        }
    }

    /** @param clientRoles the roles of its members, by client */
    record Group(
            String id, String name, String path, @Nullable Map<String, List<String>> clientRoles) {}

    /** The roles of a user himself, by client. */
    record Roles(@Nullable Map<String, Object> clientMappings) {}
}
