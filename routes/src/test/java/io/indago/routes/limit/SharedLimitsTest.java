package io.indago.routes.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.routes.accounting.Caller;
import io.indago.routes.guard.FakeLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three replicas, behind a balancer that asks one after the other. It is ten in the morning. */
class SharedLimitsTest {
    private static final Caller ALICE = caller("1", "alice");
    private static final Caller BOB = caller("2", "bob");
    private static final Duration TO_MIDNIGHT = Duration.ofHours(14);

    private final ManualTime time = new ManualTime();
    private final FakeLedger ledger = new FakeLedger(time);
    private final FakeOverrides overrides = new FakeOverrides();
    private final List<RateLimits> replicas =
            IntStream.range(0, 3).mapToObj(i -> replica()).toList();

    SharedLimitsTest() {
        ledger.share(3);
    }

    @Test
    void aDayIsADayHoweverManyReplicasThereAre() {
        assertThat(granted(ALICE, 300)).isEqualTo(100);
        assertThat(granted(BOB, 300)).as("another user").isEqualTo(100);

        RateDecision refused = replicas.get(1).take(ALICE, 1);
        assertThat(refused.refusal())
                .hasValueSatisfying(why -> assertThat(why.freeIn()).isEqualTo(TO_MIDNIGHT));
        assertThat(refused.state()).isEqualTo("\"user-1d\";r=0;t=50400");
        time.pass(TO_MIDNIGHT);
        assertThat(granted(ALICE, 300)).as("the day after").isBetween(50, 100);
    }

    @Test
    void tellsWhatIsLeftForAll() {
        granted(ALICE, 90);

        assertThat(replicas.get(0).take(ALICE, 1).state()).matches("\"user-1d\";r=[5-9];t=50400");
    }

    @Test
    void whileTheLedgerIsAwayEachReplicaCountsForItself() {
        ledger.goAway();
        assertThat(granted(ALICE, 600)).isEqualTo(300);
        ledger.comeBack();
        time.pass(Duration.ofHours(6));

        assertThat(granted(ALICE, 600)).as("what was owed is counted then").isLessThan(60);
    }

    @Test
    void whatIsKnownToBeSpentStaysSpentWhileTheLedgerIsAway() {
        granted(ALICE, 300);
        ledger.goAway();
        time.pass(Duration.ofHours(6));

        assertThat(granted(ALICE, 300)).isZero();
    }

    @Test
    void nobodyWaitsForTheLedger() {
        ledger.hold();
        assertThat(granted(ALICE, 9)).isEqualTo(9);
        ledger.answer();

        assertThat(granted(ALICE, 300)).as("the rest").isEqualTo(91);
    }

    @Test
    void whatAReplicaLeasedAndDidNotSpendIsForTheOthersWhenItEnds() {
        ledger.share(60);
        replicas.get(0).take(ALICE, 1);
        replicas.get(0).close();

        assertThat(granted(replicas.subList(1, 3), ALICE, 300)).isEqualTo(99);
    }

    @Test
    void whatTheClientRefusedTheUserIsNotChargedFor() {
        RateLimits narrow = new RateLimits(policy("100/1d", "2/1m"), time::nanos, Optional.of(ledger));
        assertThat(granted(List.of(narrow), ALICE, 50)).isEqualTo(2);
        narrow.close();

        assertThat(granted(ALICE, 300)).isEqualTo(98);
    }

    @Test
    void whoeverHasAnotherLimitCountsAnew() {
        granted(ALICE, 300);
        overrides.set(new LimitOverride(
                LimitKind.USER,
                "alice",
                RateLimit.of("20/1d"),
                time.instant().plus(Duration.ofHours(1)),
                "admin",
                "",
                time.instant()));

        assertThat(granted(ALICE, 300)).isEqualTo(20);
    }

    private int granted(Caller caller, int attempts) {
        return granted(replicas, caller, attempts);
    }

    private static int granted(List<RateLimits> asked, Caller caller, int attempts) {
        int granted = 0;
        for (int i = 0; i < attempts; i++) {
            granted += asked.get(i % asked.size()).take(caller, 1).refusal().isEmpty() ? 1 : 0;
        }
        return granted;
    }

    private RateLimits replica() {
        return new RateLimits(policy("100/1d", "none"), time::nanos, Optional.of(ledger));
    }

    private LimitPolicy policy(String user, String client) {
        return new LimitPolicy(
                Map.of(LimitKind.USER, RateLimit.of(user), LimitKind.CLIENT, RateLimit.of(client)),
                Map.of(),
                overrides,
                time);
    }

    private static Caller caller(String subject, String name) {
        return new Caller(subject, name, "cli", List.of("tasks"), Optional.empty(), Optional.empty());
    }
}
