package io.indago.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.hub.accounting.AccountsDatabase;
import io.indago.routes.audit.AuditActor;
import io.indago.routes.audit.AuditEntry;
import io.indago.routes.audit.AuditEvent;
import io.indago.routes.audit.AuditFilter;
import io.indago.routes.audit.AuditHead;
import io.indago.routes.audit.AuditMetrics;
import io.indago.routes.audit.AuditOutcome;
import io.indago.routes.audit.AuditTrail;
import io.indago.routes.audit.AuditVerification;
import io.indago.routes.audit.ChainHeads;
import io.indago.routes.audit.JournalledAudit;
import io.indago.routes.audit.VerifiedChain;
import io.indago.routes.events.JsonMapping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the audit forgets, what it never does, and that its chain verifies all the same; with the hub's own role. */
@ExtendWith(AccountsDatabase.Extension.class)
class AuditRetentionIT {
    private static final AuditActor ALICE = new AuditActor("id-alice", "alice", "indago-cli", "192.0.2.7");
    private static final AuditActor BOB = new AuditActor("id-bob", "bob", "indago-cli", "2001:db8:1:2::3");

    private final AccountsDatabase database;
    private final AuditMetrics metrics = new AuditMetrics(new SimpleMeterRegistry());
    private final JdbcAuditEntries entries;
    private final JdbcAuditStore store;
    private final List<AuditHead> heads = new ArrayList<>();
    private final AuditTrail trail;

    AuditRetentionIT(AccountsDatabase database) {
        this.database = database;
        entries = new JdbcAuditEntries(database.jdbc(), JsonMapping.mapper());
        store = new JdbcAuditStore(database.jdbc(), database.transaction(), JsonMapping.mapper());
        trail = new AuditTrail(this::append, metrics, Clock.systemUTC());
    }

    @BeforeEach
    void anEmptyDatabase() {
        database.anew("latest");
    }

    @AfterAll
    static void leaveItAsItWas(AccountsDatabase database) {
        database.anew("latest");
    }

    @Test
    void deletesWhatIsOldAndSaysWhereTheChainBegins() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 6);
        age(1, 3, "25 months");
        publish(6);

        retention().run();

        assertThat(positions()).containsExactly(4L, 5L, 6L, 7L);
        assertThat(entries.last().orElseThrow().event().action()).isEqualTo("audit.expire");
        VerifiedChain verified = verify();
        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.begin()).isEqualTo(4);
        assertThat(verified.deletedAt()).isPresent();
        assertThat(verified.sound()).isEqualTo(7);
    }

    @Test
    void deletesNothingTwiceAndNothingThatIsYoung() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 3);
        age(1, 1, "23 months");

        retention().run();
        retention().run();

        assertThat(positions()).containsExactly(1L, 2L, 3L);
        assertThat(verify().begin()).isEqualTo(1);
    }

    /** What is old behind something young stays: else there were a gap, and a chain of two parts. */
    @Test
    void deletesFromTheBeginningOnly() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 5);
        age(1, 1, "25 months");
        age(3, 4, "25 months");

        retention().run();

        assertThat(positions()).startsWith(2L, 3L, 4L, 5L);
        publish(5);
        assertThat(verify().state()).isEqualTo("whole");
    }

    @Test
    void neverDeletesTheEndOfTheChain() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 3);
        age(1, 3, "25 months");

        database.jdbc().queryForObject("select audit.expire(24)", Long.class);
        assertThat(positions()).containsExactly(3L);

        tell(ALICE, "plugin.enable", "dns", 1);
        publish(4);
        assertThat(verify().state()).isEqualTo("whole");
    }

    @Test
    void aDeletionByTheOwnerIsNoRetention() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 4);
        publish(1);
        publish(4);
        owner().execute("insert into audit.checkpoint (position, hash) select position, hash from audit.entry"
                + " where position = 3; delete from audit.entry where position <= 3");

        VerifiedChain verified = verify();
        assertThat(verified.state()).isEqualTo("broken");
        assertThat(verified.brokenAt()).hasValue(2L);
        owner().execute("delete from audit.checkpoint");
        assertThat(verify().brokenAt()).hasValue(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select audit.expire(11)",
                "select audit.expire(-1000)",
                "select audit.forget_addresses(29)",
                "select audit.forget_addresses(-1)",
                "select audit.forget_user('alice', 'bob')",
                "select audit.forget_user('alice', 'forgotten-')"
            })
    void theDatabaseRefusesToForgetTooMuch(String statement) {
        tell(ALICE, "plugin.disable", "dns", 2);
        List<String> before = rows();

        assertThatThrownBy(() -> database.jdbc().queryForObject(statement, Long.class))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(at least|nobody is to be taken).*");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit.checkpoint (position, hash) values (1, sha256(''))",
                "update audit.checkpoint set position = 1",
                "delete from audit.checkpoint",
                "insert into audit.forgetting (pseudonym, entries, remaining) values ('forgotten-1', 1, 0)",
                "update audit.forgetting set entries = 0",
                "delete from audit.forgetting",
                "update audit.entry set actor_salt = null",
                "update audit.entry set recorded_at = '2000-01-01'"
            })
    void theRoleOfTheHubCanNotPretendThatRetentionDidIt(String statement) {
        assertThatThrownBy(() -> database.jdbc().execute(statement))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whenAnEntryWasRecordedIsTheDatabasesToSay() {
        tell(ALICE, "plugin.disable", "dns", 1);
        database.jdbc().execute("""
                insert into audit.entry (position, id, at, subject, username, client, address, action, object, outcome,
                    details, previous_hash, hash, recorded_at)
                select 2, gen_random_uuid(), at, subject, username, client, address, action, object, outcome,
                    details, hash, hash, '2000-01-01' from audit.entry
                """);

        assertThat(database.jdbc()
                        .queryForObject(
                                "select recorded_at > now() - interval '1 hour' from audit.entry where position = 2",
                                Boolean.class))
                .isTrue();
    }

    @Test
    void truncatesAddressesThatAreOld() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 1);
        tell(BOB, "plugin.enable", "dns", 1);
        tell(ALICE, "plugin.disable", "dns", 1);
        age(1, 2, "91 days");
        publish(3);

        retention().run();

        assertThat(addresses()).containsExactly("192.0.2.0/24", "2001:db8:1::/48", "192.0.2.7");
        VerifiedChain verified = verify();
        assertThat(verified.state()).isEqualTo("whole");
        assertThat(verified.truncated()).isEqualTo(2);
    }

    @Test
    void truncatesTheAddressALoginWasRefusedFor() throws Exception {
        for (String source : List.of("192.0.2.7", "2001:db8:1:2::/64", "(others)")) {
            AuditActor nobody = new AuditActor("", "", "", "192.0.2.7");
            trail.tell(nobody, "login", source, AuditOutcome.REFUSED, Map.of("times", "3"));
        }
        age(1, 3, "91 days");
        publish(3);

        retention().run();

        assertThat(database.jdbc().queryForList("select object from audit.entry order by position", String.class))
                .containsExactly("192.0.2.0/24", "2001:db8:1::/48", "(others)");
        VerifiedChain verified = verify();
        assertThat(verified.state()).as(verified.reason().orElse("")).isEqualTo("whole");
        assertThat(verified.truncated()).isEqualTo(3);
    }

    @Test
    void forgetsAUserAsWhoDidItAndAsWhomItWasDoneTo() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 2);
        tell(BOB, "user.disable", "alice", 1);
        tell(BOB, "plugin.enable", "alice", 1);
        tell(new AuditActor("id-alice", "alice.before", "indago-cli", ""), "login", "alice.before", 1);
        publish(5);

        assertThat(database.jdbc().queryForObject("select audit.forget_user('alice', 'forgotten-7')", Long.class))
                .isEqualTo(4);

        assertThat(rows())
                .satisfiesExactly(
                        e -> assertThat(e).contains("forgotten-7").doesNotContain("alice", "192.0.2"),
                        e -> assertThat(e).contains("forgotten-7").doesNotContain("alice", "192.0.2"),
                        e -> assertThat(e).contains("forgotten-7", "bob").doesNotContain("alice"),
                        e -> assertThat(e).as("a plugin").contains("alice"),
                        e -> assertThat(e).contains("forgotten-7").doesNotContain("id-alice"));
        VerifiedChain verified = verify();
        assertThat(verified.state()).as(verified.reason().orElse("")).isEqualTo("whole");
        assertThat(verified.pseudonymised()).isEqualTo(4);
        assertThat(database.jdbc().queryForMap("select pseudonym, entries, remaining from audit.forgetting"))
                .containsEntry("entries", 4L)
                .containsEntry("remaining", 0L);
    }

    @Test
    void nobodyForgetsTheHubItself() throws Exception {
        tell(AuditActor.HUB, "hub.start", "", 1);

        assertThat(database.jdbc().queryForObject("select audit.forget_user('(hub)', 'forgotten-7')", Long.class))
                .isZero();
        assertThat(entries.last().orElseThrow().event().actor()).isEqualTo(AuditActor.HUB);
    }

    /** Only the owner can, and not unnoticed. */
    @Test
    void aNameThatWasErasedAndIsNobodysPseudonymIsFound() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 3);
        publish(3);
        owner().execute("update audit.entry set username = 'bob', subject = 'id-bob', actor_salt = null"
                + " where position = 2");

        assertThat(verify().brokenAt()).hasValue(2L);
    }

    @Test
    void anEditOfWhatIsNotErasedIsFound() throws Exception {
        tell(ALICE, "plugin.disable", "dns", 3);
        for (String field : List.of("username", "subject", "address", "object", "client", "action")) {
            owner().execute("update audit.entry set " + field + " = " + field + " || 'x' where position = 2");
            assertThat(verify().brokenAt()).as(field).hasValue(2L);
            owner().execute("update audit.entry set " + field + " = left(" + field + ", -1) where position = 2");
        }
        assertThat(verify().brokenAt()).isEmpty();
    }

    /** The hash is one a hub of that version made. */
    @Test
    void aChainOfTheFirstHubsGoesOn() throws Exception {
        database.anew("8");
        database.jdbc().execute("""
                insert into audit.entry (position, id, at, subject, username, client, address, action, object, outcome,
                    details, previous_hash, hash)
                values (1, '019aa5a0-0000-7000-8000-000000000001', '2026-11-21T10:00:00.5Z', 'id-1', 'admin',
                    'indago-cli', '192.0.2.7', 'plugin.disable', 'virustotal', 'requested',
                    '{"reason": "the contract ended"}', decode(repeat('0', 64), 'hex'),
                    decode('8870488db217f5065e42475f61d1031eb667187da2c3a4948f1b39ddfae5ecc9', 'hex'))
                """);
        database.migrate();
        tell(ALICE, "plugin.disable", "dns", 2);
        publish(3);

        database.jdbc().queryForObject("select audit.forget_user('admin', 'forgotten-7')", Long.class);

        assertThat(verify().state()).isEqualTo("whole");
        assertThat(database.jdbc().queryForObject("select remaining from audit.forgetting", Long.class))
                .isEqualTo(1);
        owner().execute("update audit.entry set username = 'eve' where position = 1");
        assertThat(verify().brokenAt()).hasValue(1L);
    }

    private AuditRetention retention() {
        return new AuditRetention(database.jdbc(), trail, Duration.ofDays(90), 24);
    }

    private void tell(AuditActor actor, String action, String object, int times) {
        for (int each = 0; each < times; each++) {
            trail.tell(actor, action, object, AuditOutcome.DONE, Map.of());
        }
    }

    private void append(AuditEvent event) {
        try {
            store.store(List.of(event));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void age(int first, int last, String age) {
        owner().execute("update audit.entry set recorded_at = now() - interval '%s' where position between %d and %d"
                .formatted(age, first, last));
    }

    /** As the chain was when that was its last entry. */
    private void publish(int position) throws Exception {
        AuditEntry last = find().stream()
                .filter(entry -> entry.position() == position)
                .findFirst()
                .orElseThrow();
        heads.add(AuditHead.of(last, last.event().at()));
    }

    private VerifiedChain verify() throws Exception {
        Clock clock = Clock.systemUTC();
        ChainHeads publisher = new ChainHeads(entries, new JournalledAudit(entry -> {}, JsonMapping.mapper()), clock);
        return new AuditVerification(entries, () -> heads, publisher, metrics, clock).verify();
    }

    private List<AuditEntry> find() throws Exception {
        Optional<String> any = Optional.empty();
        return entries.find(new AuditFilter(any, any, any, any, Optional.empty(), Optional.empty()), 0, 100);
    }

    private List<String> rows() {
        return database.jdbc().queryForList("select e::text from audit.entry e order by position", String.class);
    }

    private List<Long> positions() {
        return database.jdbc().queryForList("select position from audit.entry order by position", Long.class);
    }

    private List<String> addresses() {
        return database.jdbc().queryForList("select address from audit.entry order by position", String.class);
    }

    private JdbcTemplate owner() {
        return new JdbcTemplate(database.owner());
    }
}
