package io.indago.hub.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.hub.RunningHub;
import io.indago.local.LocalStack;
import io.indago.routes.accounting.Caller;
import io.indago.routes.guard.QuotaLedger;
import io.indago.routes.guard.QuotaLedger.Lease;
import io.indago.routes.guard.QuotaWindow;
import io.indago.routes.limit.LimitKind;
import io.indago.routes.limit.LimitOverride;
import io.indago.routes.limit.LimitOverrides;
import io.indago.routes.limit.LimitPolicy;
import io.indago.routes.limit.RateLimit;
import io.indago.routes.limit.RateLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Leases in the real PostgreSQL. */
@ExtendWith(RunningHub.Extension.class)
class SharedQuotasIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final LocalStack stack;
    private final JdbcTemplate jdbc;
    private final String key = UUID.randomUUID().toString();
    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    SharedQuotasIT(RunningHub running) {
        stack = running.stack();
        jdbc = jdbc(stack.postgresUrl());
    }

    @AfterEach
    void stop() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }

    @Test
    void eightReplicasAtOnceLeaseWhatThereIsAndNoMore() throws InterruptedException {
        QuotaWindow window = window(Instant.now());
        List<QuotaLedger> ledgers = IntStream.range(0, 8)
                .mapToObj(i -> ledger(UUID.randomUUID(), 8))
                .toList();
        AtomicLong leased = new AtomicLong();
        List<Long> shares = ledgers.stream()
                .parallel()
                .map(ledger -> all(ledger, window, leased))
                .toList();

        assertThat(leased).hasValue(1_000);
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
        assertThat(ledgers.get(0).look(window, 1_000).toCompletableFuture().join())
                .isEqualTo(new Lease(0, 1_000));
    }

    private static long all(QuotaLedger ledger, QuotaWindow window, AtomicLong leased) {
        long share = 0;
        for (Lease lease = lease(ledger, window, 1_000); lease.calls() > 0; lease = lease(ledger, window, 1_000)) {
            share += lease.calls();
            leased.addAndGet(lease.calls());
        }
        return share;
    }

    @Test
    void whoIsAloneGetsAllOfAShortWindowAndAPartOfALongOne() {
        QuotaLedger ledger = ledger(UUID.randomUUID(), 1);
        Instant now = Instant.now();

        assertThat(lease(ledger, window(now), 1_000)).isEqualTo(new Lease(1_000, 1_000));
        assertThat(lease(ledger, QuotaWindow.at(key, Duration.ofDays(1), now), 1_000))
                .isEqualTo(new Lease(250, 250));
    }

    @Test
    void ofManyWindowsItLeasesALittleAtATime() {
        QuotaLedger ledger = ledger(UUID.randomUUID(), 1);
        QuotaWindow window = window(Instant.now());

        assertThat(ledger.leaseLittle(window, 1_000).toCompletableFuture().join())
                .isEqualTo(new Lease(10, 10));
    }

    /** But for the request on which each hears that all is spent: they are as far apart as a lease takes. */
    @Test
    void aUsersDayIsOneForAllReplicas() {
        List<QuotaLedger> ledgers = List.of(ledger(UUID.randomUUID(), 2), ledger(UUID.randomUUID(), 2));
        LimitPolicy policy = new LimitPolicy(
                Map.of(LimitKind.USER, RateLimit.of("60/1d"), LimitKind.CLIENT, RateLimit.of("none")),
                Map.of(),
                new NoOverrides(),
                Clock.systemUTC());
        List<RateLimits> replicas = ledgers.stream()
                .map(ledger -> new RateLimits(policy, System::nanoTime, Optional.of(ledger)))
                .toList();
        Caller user = new Caller(key, "anybody", "", List.of(), Optional.empty(), Optional.empty());
        int granted = 0;
        for (int i = 0; i < 150; i++) {
            boolean isGranted = replicas.get(i % 2).take(user, 1).refusal().isEmpty();
            granted += isGranted ? 1 : 0;
            ledgers.get(i % 2)
                    .look(window(Instant.now()), 1)
                    .toCompletableFuture()
                    .join();
        }

        assertThat(granted).isBetween(60, 60 + replicas.size());
    }

    private record NoOverrides() implements LimitOverrides {
        @Override
        public Optional<LimitOverride> find(LimitKind kind, String name) {
            return Optional.empty();
        }

        @Override
        public List<LimitOverride> all() {
            return List.of();
        }

        @Override
        public void set(LimitOverride override) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean clear(LimitKind kind, String name) {
            return false;
        }
    }

    @Test
    void knowsALoweredLimit() {
        QuotaLedger ledger = ledger(UUID.randomUUID(), 1);
        QuotaWindow window = window(Instant.now());
        lease(ledger, window, 100);

        assertThat(lease(ledger, window, 50)).isEqualTo(new Lease(0, 100));
        assertThat(lease(ledger, window, 120)).isEqualTo(new Lease(20, 120));
    }

    @Test
    void whatIsGivenBackIsForOthers() {
        QuotaLedger one = ledger(UUID.randomUUID(), 1);
        QuotaLedger other = ledger(UUID.randomUUID(), 1);
        QuotaWindow window = window(Instant.now());
        lease(one, window, 100);
        one.giveBack(window, 40);

        Awaitility.await().atMost(SOON).until(() -> lease(other, window, 100).calls() == 40);
    }

    /** What had begun may have been spent. */
    @Test
    void whoComesBackAfterACrashHasWhatItLeasedAheadButNotWhatHadBegun() {
        UUID replica = UUID.randomUUID();
        QuotaLedger before = ledger(replica, 1);
        QuotaWindow now = window(Instant.now());
        QuotaWindow next = window(now.ends());
        lease(before, now, 100);
        lease(before, next, 100);
        QuotaLedger another = ledger(UUID.randomUUID(), 1);
        assertThat(lease(another, next, 100).calls()).isZero();

        new LeaseTable(jdbc, clock(), replica).takeBack();
        QuotaLedger after = ledger(replica, 1);

        assertThat(lease(after, now, 100).calls()).isZero();
        assertThat(lease(after, next, 100).calls()).isEqualTo(100);
    }

    @Test
    void aReplicaIsWhoeverHadItsFolderBeforeAndNobodyElseAtTheSameTime(@TempDir Path data) throws Exception {
        UUID first;
        try (ReplicaIdentity one = ReplicaIdentity.in(data);
                ReplicaIdentity atTheSameTime = ReplicaIdentity.in(data)) {
            first = one.id();
            assertThat(atTheSameTime.id()).isNotEqualTo(first);
        }
        try (ReplicaIdentity later = ReplicaIdentity.in(data)) {
            assertThat(later.id()).isEqualTo(first);
        }
    }

    @Test
    void tellsOthersOfARateLimit() {
        PauseTable pauses = new PauseTable(jdbc);
        pauses.begin(key, Duration.ofSeconds(30));
        pauses.begin(key, Duration.ofSeconds(5));

        assertThat(pauses.read()).hasEntrySatisfying(key, left -> assertThat(left)
                .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30)));
    }

    @Test
    void knowsTheDatabasesTime() {
        SharedClock clock = clock();
        new ReplicaTable(jdbc, clock, UUID.randomUUID()).beat();
        QuotaLedger.Time time = clock.time();
        Instant here = Instant.now();

        assertThat(time.earliest()).isBetween(here.minusSeconds(2), here.plusSeconds(1));
        assertThat(time.latest()).isAfterOrEqualTo(time.earliest());
    }

    @Test
    void seesWhoLivesAndWhoLeft() {
        ReplicaTable one = new ReplicaTable(jdbc, clock(), UUID.randomUUID());
        ReplicaTable other = new ReplicaTable(jdbc, clock(), UUID.randomUUID());
        one.beat();
        other.beat();
        one.beat();
        int both = one.count();
        other.leave();
        one.beat();

        assertThat(both).isGreaterThanOrEqualTo(2);
        assertThat(one.count()).isEqualTo(both - 1);
    }

    @Test
    void failsAtOnceWhileTheDatabaseIsAway() {
        JdbcTemplate nowhere = jdbc("jdbc:postgresql://127.0.0.1:1/none");
        JdbcQuotaLedger ledger = ledger(nowhere, UUID.randomUUID(), 1);
        QuotaWindow window = window(Instant.now());

        assertThatThrownBy(() -> lease(ledger, window, 10)).hasRootCauseMessage("Connection refused");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> lease(ledger, window, 10)).hasMessageContaining("the database is away");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(200));
    }

    private QuotaWindow window(Instant instant) {
        return QuotaWindow.at(key, HOUR, instant);
    }

    private QuotaLedger ledger(UUID replica, int replicas) {
        return ledger(jdbc, replica, replicas);
    }

    private JdbcQuotaLedger ledger(JdbcTemplate database, UUID replica, int replicas) {
        SharedClock clock = clock();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        threads.add(thread);
        return new JdbcQuotaLedger(
                new LeaseTable(database, clock, replica),
                new PauseTable(database),
                clock,
                () -> replicas,
                Duration.ZERO,
                thread);
    }

    private JdbcTemplate jdbc(String url) {
        return new JdbcTemplate(new DriverManagerDataSource(url, stack.postgresUser(), stack.postgresPassword()));
    }

    private static SharedClock clock() {
        return new SharedClock(Clock.systemUTC(), System::nanoTime);
    }

    private static Lease lease(QuotaLedger ledger, QuotaWindow window, long limit) {
        return ledger.lease(window, limit).toCompletableFuture().join();
    }
}
