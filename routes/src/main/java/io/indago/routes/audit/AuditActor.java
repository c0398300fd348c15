package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.Caller;

/**
 * Who did it.
 *
 * @param subject the user's id at the identity provider; empty for the hub itself
 * @param username the name the user goes by
 * @param client the OAuth client the token was issued to
 * @param address where the request came from
 */
public record AuditActor(String subject, String username, String client, String address) {
    /** What the hub does by itself, or notices. */
    public static final AuditActor HUB = new AuditActor("", "(hub)", "", "");

    public AuditActor {
        requireNonNull(subject, "subject");
        requireNonNull(username, "username");
        requireNonNull(client, "client");
        requireNonNull(address, "address");
    }

    public static AuditActor of(Caller caller, String address) {
        return new AuditActor(caller.subject(), caller.username(), caller.client(), address);
    }

    AuditActor printable() {
        return new AuditActor(
                AuditText.of(subject), AuditText.of(username), AuditText.of(client), AuditText.of(address));
    }
}
