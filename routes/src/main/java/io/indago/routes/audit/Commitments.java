package io.indago.routes.audit;

import static java.util.Objects.requireNonNull;

/**
 * Of what names somebody in an entry; each is erased by itself.
 *
 * @param actor of the subject and the username
 * @param address of where the request came from
 * @param object of what it was done to, which may be a user
 */
public record Commitments(Commitment actor, Commitment address, Commitment object) {

    public Commitments {
        requireNonNull(actor, "actor");
        requireNonNull(address, "address");
        requireNonNull(object, "object");
    }

    static Commitments to(AuditEvent event) {
        return new Commitments(
                Commitment.to(event.actor().subject(), event.actor().username()),
                Commitment.to(event.actor().address()),
                Commitment.to(event.object()));
    }

    boolean allow(AuditEvent event) {
        return actor.allows(event.actor().subject(), event.actor().username())
                && address.allows(event.actor().address())
                && object.allows(event.object());
    }
}
