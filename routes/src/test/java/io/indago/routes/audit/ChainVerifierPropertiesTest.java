package io.indago.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.audit.ChainVerifier.ChainBreak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to one entry of a chain, the verifier names the first position that is not right any more. */
class ChainVerifierPropertiesTest {

    @Property
    void aChainAsItWasWrittenIsWhole(@ForAll("chains") List<AuditEntry> chain) {
        assertThat(verdict(chain, List.of(headOf(chain)))).isEmpty();
    }

    @Property
    void anyEditIsFoundWhereItIs(
            @ForAll("chains") List<AuditEntry> chain,
            @ForAll("edits") Edit edit,
            @ForAll @IntRange(max = 30) int where) {
        int index = where % chain.size();
        chain.set(index, edit.apply(chain.get(index)));

        assertThat(verdict(chain, List.of())).map(ChainBreak::position).hasValue(index + 1L);
    }

    @Property
    void anyDeletionBeforeTheEndIsFoundWithoutAHead(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 30) int where) {
        if (chain.size() > 1) {
            int index = where % (chain.size() - 1);
            chain.remove(index);

            assertThat(verdict(chain, List.of())).map(ChainBreak::position).hasValue(index + 1L);
        }
    }

    @Property
    void anyTruncationIsFoundByTheHead(@ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 30) int kept) {
        AuditHead head = headOf(chain);
        int left = kept % chain.size();

        assertThat(verdict(chain.subList(0, left), List.of(head)))
                .map(ChainBreak::position)
                .hasValue(left + 1L);
    }

    @Property
    void anySwapIsFoundAtTheFirstOfBoth(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 30) int one, @ForAll boolean renumbered) {
        if (chain.size() > 1) {
            int index = one % (chain.size() - 1);
            Collections.swap(chain, index, index + 1);
            if (renumbered) {
                chain.set(index, numbered(chain.get(index), index + 1));
                chain.set(index + 1, numbered(chain.get(index + 1), index + 2));
            }

            assertThat(verdict(chain, List.of())).map(ChainBreak::position).hasValue(index + 1L);
        }
    }

    @Property
    void anyInsertionIsFound(
            @ForAll("chains") List<AuditEntry> chain,
            @ForAll("events") AuditEvent forged,
            @ForAll @IntRange(max = 30) int where) {
        int index = where % chain.size();
        AuditHead head = headOf(chain);
        AuditEntry inserted =
                index == 0 ? AuditEntry.first(forged) : chain.get(index - 1).next(forged);
        chain.add(index, inserted);

        assertThat(verdict(chain, List.of())).map(ChainBreak::position).hasValue(index + 2L);
        assertThat(verdict(chain, List.of(head))).isPresent();
    }

    /** The owner of the database can do this; only what was published elsewhere shows it. */
    @Property
    void aChainThatIsWrittenAnewIsFoundByTheHead(
            @ForAll("chains") List<AuditEntry> chain,
            @ForAll("events") AuditEvent forged,
            @ForAll @IntRange(max = 30) int where) {
        AuditHead head = headOf(chain);
        int index = where % chain.size();
        List<AuditEntry> anew = new ArrayList<>();
        for (int each = 0; each < chain.size(); each++) {
            AuditEvent event = each == index ? forged : chain.get(each).event();
            anew.add(each == 0 ? AuditEntry.first(event) : anew.get(each - 1).next(event));
        }

        assertThat(verdict(anew, List.of())).isEmpty();
        assertThat(verdict(anew, List.of(head))).map(ChainBreak::position).hasValue((long) chain.size());
    }

    @Property
    void headsThatContradictEachOtherAreNeverBothMet(@ForAll("chains") List<AuditEntry> chain) {
        AuditHead head = headOf(chain);
        AuditHead other = new AuditHead(AuditHead.SCHEMA, head.position(), AuditEntry.GENESIS, head.at());

        assertThat(verdict(chain, List.of(head, other))).isPresent();
        assertThat(verdict(chain, List.of(other, head))).isPresent();
    }

    private static Optional<ChainBreak> verdict(List<AuditEntry> chain, List<AuditHead> heads) {
        ChainVerifier verifier = new ChainVerifier(heads, Optional.empty());
        chain.forEach(verifier::accept);
        return verifier.verdict();
    }

    private static AuditHead headOf(List<AuditEntry> chain) {
        return AuditHead.of(chain.get(chain.size() - 1), Instant.EPOCH);
    }

    private static AuditEntry numbered(AuditEntry entry, long position) {
        return new AuditEntry(position, entry.event(), entry.commitments(), entry.previousHash(), entry.hash());
    }

    @Provide
    static Arbitrary<List<AuditEntry>> chains() {
        return events().list().ofMinSize(1).ofMaxSize(12).map(events -> {
            List<AuditEntry> chain = new ArrayList<>();
            for (AuditEvent event : events) {
                chain.add(
                        chain.isEmpty()
                                ? AuditEntry.first(event)
                                : chain.get(chain.size() - 1).next(event));
            }
            return chain;
        });
    }

    @Provide
    static Arbitrary<AuditEvent> events() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(8);
        Arbitrary<Map<String, String>> details = Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMaxLength(3), text)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong())),
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        text,
                        text,
                        text,
                        Arbitraries.of(AuditOutcome.values()),
                        details)
                .as((id, second, subject, action, object, outcome, more) -> AuditEvent.of(
                        id,
                        Instant.ofEpochSecond(second),
                        new AuditActor(subject, "user", "client", "192.0.2.1"),
                        action,
                        object,
                        outcome,
                        more));
    }

    /** One change of one field. */
    private record Edit(String field, UnaryOperator<AuditEntry> change) {
        AuditEntry apply(AuditEntry entry) {
            return change.apply(entry);
        }

        @Override
        public String toString() {
            return field;
        }
    }

    @Provide
    static Arbitrary<Edit> edits() {
        return Arbitraries.of(
                new Edit("position", entry -> numbered(entry, entry.position() + 1)),
                ofEvent("id", e -> with(e, new UUID(1, 2), e.at(), e.actor(), e.action(), e.object(), e.outcome())),
                ofEvent(
                        "at",
                        e -> with(e, e.id(), e.at().plusNanos(1_000), e.actor(), e.action(), e.object(), e.outcome())),
                ofActor("subject", a -> new AuditActor(a.subject() + "x", a.username(), a.client(), a.address())),
                ofActor("username", a -> new AuditActor(a.subject(), "", a.client(), a.address())),
                ofActor("client", a -> new AuditActor(a.subject(), a.username(), "Client", a.address())),
                ofActor("address", a -> new AuditActor(a.subject(), a.username(), a.client(), "192.0.2.2")),
                ofActor("a border between two", a -> new AuditActor(a.subject(), "userc", "lient", a.address())),
                ofEvent("action", e -> with(e, e.id(), e.at(), e.actor(), e.action() + " ", e.object(), e.outcome())),
                ofEvent("object", e -> with(e, e.id(), e.at(), e.actor(), e.action(), "\n" + e.object(), e.outcome())),
                ofEvent("outcome", e -> with(e, e.id(), e.at(), e.actor(), e.action(), e.object(), e.outcome() + "_")),
                ofEvent("a detail more", e -> detailed(e, "zzzz", "")),
                ofEvent(
                        "a detail changed",
                        e -> e.details().isEmpty()
                                ? detailed(e, "", "")
                                : detailed(
                                        e,
                                        e.details().firstKey(),
                                        e.details().get(e.details().firstKey()) + "x")),
                new Edit(
                        "previous hash",
                        entry -> new AuditEntry(
                                entry.position(),
                                entry.event(),
                                entry.commitments(),
                                flipped(entry.previousHash()),
                                entry.hash())),
                new Edit(
                        "hash",
                        entry -> new AuditEntry(
                                entry.position(),
                                entry.event(),
                                entry.commitments(),
                                entry.previousHash(),
                                flipped(entry.hash()))));
    }

    private static Edit ofEvent(String field, UnaryOperator<AuditEvent> change) {
        return new Edit(
                field,
                entry -> new AuditEntry(
                        entry.position(),
                        change.apply(entry.event()),
                        entry.commitments(),
                        entry.previousHash(),
                        entry.hash()));
    }

    private static Edit ofActor(String field, UnaryOperator<AuditActor> change) {
        return ofEvent(
                field, e -> with(e, e.id(), e.at(), change.apply(e.actor()), e.action(), e.object(), e.outcome()));
    }

    private static AuditEvent with(
            AuditEvent event, UUID id, Instant at, AuditActor actor, String action, String object, String outcome) {
        return new AuditEvent(event.schema(), id, at, actor, action, object, outcome, event.details());
    }

    private static AuditEvent detailed(AuditEvent e, String name, String value) {
        SortedMap<String, String> details = new TreeMap<>(e.details());
        details.put(name, value);
        return new AuditEvent(e.schema(), e.id(), e.at(), e.actor(), e.action(), e.object(), e.outcome(), details);
    }

    private static String flipped(String hash) {
        return (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    }
}
