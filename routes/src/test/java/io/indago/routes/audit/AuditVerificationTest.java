package io.indago.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A chain of which something was forgotten, as it may be and as it may not. */
class AuditVerificationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant TWO_YEARS_AGO = Instant.parse("2024-11-21T12:00:00Z");

    private final Chain chain = new Chain();
    private final List<AuditHead> heads = new ArrayList<>();

    AuditVerificationTest() {
        for (int entry = 0; entry < 10; entry++) {
            chain.append();
        }
    }

    @Test
    void aChainBeginsWhereRetentionLetItBegin() throws Exception {
        publish(3, TWO_YEARS_AGO);
        publish(10, NOW);
        chain.deleteUpTo(4);

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.begin()).isEqualTo(5);
        assertThat(verified.deletedAt()).hasValue(NOW);
        assertThat(verified.sound()).isEqualTo(10);
    }

    @Test
    void aBeginningThatIsMissingWithoutACheckpointIsFound() throws Exception {
        publish(10, NOW);
        chain.entries.subList(0, 4).clear();

        assertThat(verify().brokenAt()).hasValue(1L);
    }

    @Test
    void whatIsMissingAfterACheckpointIsFound() throws Exception {
        publish(10, NOW);
        chain.deleteUpTo(4);
        chain.entries.remove(0);

        assertThat(verify().brokenAt()).hasValue(5L);
    }

    /** Who owns the database can make up a checkpoint; that the chain was shorter not long ago, he can't take back. */
    @Test
    void aDeletionOfWhatWasTooYoungIsFound() throws Exception {
        publish(2, Instant.parse("2025-11-01T00:00:00Z"));
        publish(3, Instant.parse("2025-12-01T00:00:00Z"));
        publish(10, NOW);
        chain.deleteUpTo(4);

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("broken");
        assertThat(verified.brokenAt()).hasValue(4L);
        assertThat(verified.reason().orElseThrow()).contains("too young");
    }

    @Test
    void aCheckpointWithAnotherHashThanWasPublishedIsFound() throws Exception {
        heads.add(new AuditHead(AuditHead.SCHEMA, 4, AuditEntry.GENESIS, TWO_YEARS_AGO));
        chain.deleteUpTo(4);

        assertThat(verify().brokenAt()).hasValue(4L);
    }

    @Test
    void aChainOfWhichEverythingButItsEndWasDeletedGoesOn() throws Exception {
        publish(10, TWO_YEARS_AGO);
        chain.deleteUpTo(9);
        chain.append();

        assertThat(verify().state()).isEqualTo("whole");
    }

    @Test
    void aDeletionWhileItIsReadIsNoBreak() throws Exception {
        publish(10, NOW);
        chain.meanwhile = () -> chain.deleteUpTo(4);

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.begin()).isEqualTo(5);
    }

    @Test
    void somebodyWhoWasForgottenBreaksNothing() throws Exception {
        publish(10, NOW);
        chain.pseudonyms.add("forgotten-1");
        chain.change(3, Change.ACTOR.to("forgotten-1"));
        chain.change(4, Change.OBJECT.to("forgotten-1"));
        chain.change(5, Change.ADDRESS.to("192.0.2.0/24"));

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.pseudonymised()).isEqualTo(2);
        assertThat(verified.truncated()).isEqualTo(1);
    }

    @Test
    void anAddressThatWasTheObjectGoesWithTheAddress() throws Exception {
        publish(10, NOW);
        chain.change(5, Change.ADDRESS.to("192.0.2.0/24"));
        chain.change(5, Change.OBJECT.to("192.0.2.0/24"));

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.truncated()).isEqualTo(1);
        assertThat(verified.pseudonymised()).isZero();
        chain.change(6, Change.OBJECT.to("192.0.2.0/24"));
        assertThat(verify().brokenAt()).hasValue(6L);
    }

    @Test
    void somebodyWhoWasErasedWithoutARecordOfItIsFound() throws Exception {
        publish(10, NOW);
        chain.pseudonyms.add("forgotten-1");
        chain.change(3, Change.ACTOR.to("forgotten-1"));
        chain.change(6, Change.OBJECT.to("bob"));
        chain.change(7, Change.ACTOR.to("bob"));

        VerifiedChain verified = verify();

        assertThat(verified.state()).isEqualTo("broken");
        assertThat(verified.brokenAt()).hasValue(6L);
        assertThat(verified.sound()).isEqualTo(5);
    }

    @Test
    void keepsWhatCameOfItLast() throws Exception {
        AuditVerification verification = verification();
        assertThat(verification.last()).isEmpty();

        VerifiedChain verified = verification.verify();

        assertThat(verification.last()).hasValue(verified);
        assertThat(verified.state()).isEqualTo("unproven");
    }

    private VerifiedChain verify() throws StoreUnavailableException {
        return verification().verify();
    }

    private AuditVerification verification() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ChainHeads publisher = new ChainHeads(chain, new JournalledAudit(entry -> {}, JsonMapping.mapper()), clock);
        return new AuditVerification(chain, () -> heads, publisher, new AuditMetrics(new SimpleMeterRegistry()), clock);
    }

    private void publish(int position, Instant at) {
        heads.add(AuditHead.of(chain.entries.get(position - 1), at));
    }

    /** What the owner's functions do to an entry, and what anybody may who owns the table. */
    private enum Change {
        ACTOR,
        ADDRESS,
        OBJECT;

        Made to(String text) {
            return new Made(this, text);
        }

        private record Made(Change of, String text) {
            AuditEntry on(AuditEntry entry) {
                AuditEvent e = entry.event();
                AuditActor a = e.actor();
                AuditActor actor = of == ACTOR
                        ? new AuditActor(text, text, a.client(), a.address())
                        : of == ADDRESS ? new AuditActor(a.subject(), a.username(), a.client(), text) : a;
                Commitments c = entry.commitments().orElseThrow();
                Commitments commitments = new Commitments(
                        of == ACTOR ? erased(c.actor()) : c.actor(),
                        of == ADDRESS ? erased(c.address()) : c.address(),
                        of == OBJECT ? erased(c.object()) : c.object());
                AuditEvent event = new AuditEvent(
                        e.schema(),
                        e.id(),
                        e.at(),
                        actor,
                        e.action(),
                        of == OBJECT ? text : e.object(),
                        e.outcome(),
                        e.details());
                return new AuditEntry(
                        entry.position(), event, Optional.of(commitments), entry.previousHash(), entry.hash());
            }

            private static Commitment erased(Commitment commitment) {
                return new Commitment(commitment.digest(), Optional.empty());
            }
        }
    }

    /** Entries as the database has them. */
    private static final class Chain implements AuditEntries {
        private final List<AuditEntry> entries = new ArrayList<>();
        private final Set<String> pseudonyms = new HashSet<>();
        private Optional<ChainCheckpoint> checkpoint = Optional.empty();
        private Runnable meanwhile = () -> {};

        void append() {
            AuditEvent event = AuditEvent.of(
                    UUID.randomUUID(),
                    TWO_YEARS_AGO,
                    new AuditActor("1", "alice", "cli", "192.0.2.7"),
                    "user.create",
                    "bob",
                    AuditOutcome.DONE,
                    Map.of());
            entries.add(
                    entries.isEmpty()
                            ? AuditEntry.first(event)
                            : entries.get(entries.size() - 1).next(event));
        }

        void deleteUpTo(int position) {
            AuditEntry last = entries.get(position - 1);
            entries.removeIf(entry -> entry.position() <= position);
            checkpoint = Optional.of(new ChainCheckpoint(position, last.hash(), NOW));
        }

        void change(int position, Change.Made made) {
            entries.set(position - 1, made.on(entries.get(position - 1)));
        }

        @Override
        public List<AuditEntry> find(AuditFilter wanted, int offset, int limit) {
            return entries;
        }

        @Override
        public Optional<AuditEntry> last() {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
        }

        @Override
        public Optional<ChainCheckpoint> checkpoint() {
            return checkpoint;
        }

        @Override
        public Set<String> pseudonyms() {
            return pseudonyms;
        }

        @Override
        public void scan(long after, Consumer<AuditEntry> reader) {
            meanwhile.run();
            meanwhile = () -> {};
            entries.stream().filter(entry -> entry.position() > after).forEach(reader);
        }
    }
}
