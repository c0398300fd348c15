package io.indago.routes.account;

import java.util.Optional;

/**
 * A user to be made.
 *
 * @param temporary whether the password is to be changed at the first login
 * @param group what gives him his roles
 */
public record NewUser(
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Password password,
        boolean temporary,
        HubGroup group) {}
