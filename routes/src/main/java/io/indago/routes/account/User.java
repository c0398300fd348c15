package io.indago.routes.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as the identity provider knows him.
 *
 * @param id what tokens call their subject; never changes
 * @param createdAt empty when the identity provider doesn't say
 */
public record User(
        String id,
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        boolean enabled,
        Optional<Instant> createdAt) {}
