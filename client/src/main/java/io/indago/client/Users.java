package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the users of a hub.
 *
 * @param total how many there are in all
 * @param json the document as it was received
 */
public record Users(
        List<User> users,
        int offset,
        int total,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {
    public Users {
        users = List.copyOf(users);
        requireNonNull(json, "json");
    }

    /**
     * One user.
     *
     * @param groups none in a list of users, which does not say them
     * @param lastAuthentication the last login by password through the hub
     * @param lastRequest the last request to the hub
     */
    public record User(
            String username,
            boolean enabled,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> email,
            @Nullable List<String> groups,
            Optional<Instant> createdAt,
            Optional<Instant> lastAuthentication,
            Optional<Instant> lastRequest,

            @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
            String json) {
        public User {
            requireNonNull(username, "username");
            groups = groups == null ? List.of() : List.copyOf(groups);
            requireNonNull(json, "json");
        }
    }
}
