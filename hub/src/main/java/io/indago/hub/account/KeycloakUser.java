package io.indago.hub.account;

import io.indago.routes.account.User;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak's Admin API writes him.
 *
 * @param notBefore the second up to which his tokens have ended
 */
record KeycloakUser(
        String id,
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable Boolean enabled,
        @Nullable Long createdTimestamp,
        @Nullable Long notBefore) {

    User user() {
        return new User(
                id,
                username,
                text(firstName),
                text(lastName),
                text(email),
                Boolean.TRUE.equals(enabled),
                Optional.ofNullable(createdTimestamp).map(Instant::ofEpochMilli));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
