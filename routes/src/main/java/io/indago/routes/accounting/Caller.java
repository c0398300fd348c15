package io.indago.routes.accounting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who makes a request, as the verified token and the connection say.
 *
 * @param subject the user's id at the identity provider, which never changes
 * @param username the name the user goes by; a service account's for a machine
 * @param client the OAuth client the token was issued to
 * @param scopes the scopes granted, sorted
 * @param tokenExpires when the token ends; empty for an anonymous caller
 * @param authenticatedAt when the user logged in; empty for a machine, which doesn't, and where the token doesn't say
 */
public record Caller(
        String subject,
        String username,
        String client,
        List<String> scopes,
        Optional<Instant> tokenExpires,
        Optional<Instant> authenticatedAt) {
    /** Nobody is logged in: the caller of an operation open to all. */
    public static final Caller ANONYMOUS =
            new Caller("", "anonymous", "", List.of(), Optional.empty(), Optional.empty());

    public Caller {
        requireNonNull(subject, "subject");
        requireNonNull(username, "username");
        requireNonNull(client, "client");
        scopes = scopes.stream().sorted().toList();
    }
}
