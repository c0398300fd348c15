package io.indago.routes.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user as the API shows him.
 *
 * @param subject what tokens and accounts call him
 * @param groups empty in a list of users, which does not say them
 * @param lastAuthentication his last login by password through the hub
 * @param lastRequest his last request to the hub, with a token from wherever
 */
public record UserDocument(
        String username,
        String subject,
        boolean enabled,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<List<String>> groups,
        Optional<Instant> createdAt,
        Optional<Instant> lastAuthentication,
        Optional<Instant> lastRequest) {

    static UserDocument of(User user, Optional<List<String>> groups, Activity.Last last) {
        return new UserDocument(
                user.username(),
                user.id(),
                user.enabled(),
                user.firstName(),
                user.lastName(),
                user.email(),
                groups,
                user.createdAt(),
                last.authentication(),
                last.request());
    }
}
