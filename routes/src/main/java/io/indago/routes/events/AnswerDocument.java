package io.indago.routes.events;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.events.EnrichmentDocument.FindingsPart;
import java.util.Optional;

/** A provider's answer, as replicas pass it on to each other. */
public record AnswerDocument(String reason, Optional<FindingsPart> findings) {

    /** Empty for what is no answer. */
    public static Optional<AnswerDocument> of(Outcome outcome) {
        return outcome.status() == Status.HIT || outcome.status() == Status.NO_DATA
                ? Optional.of(
                        new AnswerDocument(outcome.reason(), outcome.report().map(FindingsPart::of)))
                : Optional.empty();
    }

    public Outcome outcome() {
        return findings.map(found -> Outcome.of(found.report(reason)))
                .orElseGet(() -> Outcome.without(Status.NO_DATA, reason));
    }
}
