package io.indago.routes.audit;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.audit.ChainVerifier.ChainBreak;
import io.indago.routes.audit.PublishedHeads.HeadsUnavailableException;
import io.indago.routes.audit.VerifiedChain.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private volatile Optional<VerifiedChain> last = Optional.empty();

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
        Optional<ChainCheckpoint> from = entries.checkpoint();
        VerifiedChain chain = verify(known, from);
        while (!entries.checkpoint().equals(from)) {
            from = entries.checkpoint(); // what it began with was deleted meanwhile
            chain = verify(known, from);
        }
        if (chain.brokenAt().isEmpty()) {
            heads.publish();
        }
        if (!chain.state().equals(State.UNPROVEN.id())) {
            metrics.verified(chain.state().equals(State.WHOLE.id()));
        }
        tell(chain);
        last = Optional.of(chain);
        return chain;
    }

    /** What came of it the last time; empty before the first. */
    public Optional<VerifiedChain> last() {
        return last;
    }

    private VerifiedChain verify(Optional<List<AuditHead>> known, Optional<ChainCheckpoint> from)
            throws StoreUnavailableException {
        ChainVerifier verifier = new ChainVerifier(known.orElse(List.of()), from);
        Erasures erasures = new Erasures();
        long deleted = from.map(ChainCheckpoint::position).orElse(0L);
        entries.scan(deleted, entry -> {
            verifier.accept(entry);
            erasures.accept(entry);
        });
        // After the entries: who is forgotten meanwhile is known by then
        Optional<ChainBreak> broken = Stream.of(verifier.verdict(), erasures.unexplained(entries.pseudonyms()))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(ChainBreak::position));
        State state = broken.isPresent() ? State.BROKEN : verifier.proven() > 0 ? State.WHOLE : State.UNPROVEN;
        return new VerifiedChain(
                state.id(),
                deleted + 1,
                from.map(ChainCheckpoint::deletedAt),
                broken.map(found -> found.position() - 1).orElseGet(verifier::sound),
                verifier.proven(),
                erasures.pseudonymised(),
                erasures.truncated(),
                broken.map(ChainBreak::position),
                broken.map(ChainBreak::reason).or(() -> unproven(state, known.isPresent())),
                clock.instant());
    }

    private static void tell(VerifiedChain chain) {
        if (chain.brokenAt().isPresent()) {
            LOG.atError()
                    .addKeyValue("position", chain.brokenAt().get())
                    .addKeyValue("reason", chain.reason().orElse(""))
                    .log("The audit has been tampered with");
        } else {
            LOG.atInfo()
                    .addKeyValue("state", chain.state())
                    .addKeyValue("begin", chain.begin())
                    .addKeyValue("sound", chain.sound())
                    .addKeyValue("proven", chain.proven())
                    .addKeyValue("pseudonymised", chain.pseudonymised())
                    .log("The audit was verified");
        }
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
