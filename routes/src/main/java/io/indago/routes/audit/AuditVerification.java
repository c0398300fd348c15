package io.indago.routes.audit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.ChainVerifier.ChainBreak;
import io.indago.routes.audit.PublishedHeads.HeadsUnavailableException;
import io.indago.routes.audit.VerifiedChain.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the chain from its first entry to its last, against the heads that were published. */
public final class AuditVerification {
    private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

    private final AuditEntries entries;
    private final PublishedHeads published;
    private final ChainHeads heads;
    private final AuditMetrics metrics;
    private final Clock clock;

    public AuditVerification(
            AuditEntries entries, PublishedHeads published, ChainHeads heads, AuditMetrics metrics, Clock clock) {
        this.entries = entries;
        this.published = published;
        this.heads = heads;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Verifies it now, one at a time, and publishes the head of a chain that is whole. */
    public synchronized VerifiedChain verify() throws StoreUnavailableException {
        Optional<List<AuditHead>> known = known(); // before the entries: a later head could be of a later one
        ChainVerifier verifier = new ChainVerifier(known.orElse(List.of()));
        entries.scan(verifier::accept);
        Optional<ChainBreak> broken = verifier.verdict();
        if (broken.isEmpty()) {
            heads.publish();
        } else {
            LOG.atError()
                    .addKeyValue("position", broken.get().position())
                    .addKeyValue("reason", broken.get().reason())
                    .log("The audit has been tampered with");
        }
        State state = broken.isPresent() ? State.BROKEN : verifier.proven() > 0 ? State.WHOLE : State.UNPROVEN;
        if (state != State.UNPROVEN) {
            metrics.verified(state == State.WHOLE);
        }
        return new VerifiedChain(
                state.id(),
                verifier.sound(),
                verifier.proven(),
                broken.map(ChainBreak::position),
                broken.map(ChainBreak::reason).or(() -> unproven(state, known.isPresent())),
                clock.instant());
    }

    private Optional<List<AuditHead>> known() {
        try {
            return Optional.of(published.read());
        } catch (HeadsUnavailableException unavailable) {
            LOG.atWarn().setCause(unavailable).log("The audit is verified without the heads that were published");
            return Optional.empty();
        }
    }

    private static Optional<String> unproven(State state, boolean readable) {
        return Optional.of("a missing end would not be found: "
                        + (readable ? "no head has been published yet" : "the published heads can't be read now"))
                .filter(any -> state == State.UNPROVEN);
    }
}
