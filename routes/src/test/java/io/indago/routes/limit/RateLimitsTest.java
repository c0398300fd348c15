package io.indago.routes.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.routes.accounting.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Caller ALICE = caller("1", "alice", "cli");
    private static final Caller BOB = caller("2", "bob", "cli");
    private static final Caller CAROL = caller("3", "carol", "soar");

    private final ManualTime time = new ManualTime();
    private final FakeOverrides overrides = new FakeOverrides();
    private final RateLimits limits = limits("4/1m, 10/1d", "6/1m");

    @Test
    void refusesAUserWhoAsksTooMuchAndSaysWhenToComeBack() {
        assertThat(granted(ALICE, 4)).isEqualTo(4);

        RateDecision refused = limits.take(ALICE, 1);
        assertThat(refused.refusal()).hasValueSatisfying(why -> {
            assertThat(why.kind()).isEqualTo(LimitKind.USER);
            assertThat(why.retryAfter()).isEqualTo(15);
            assertThat(why.sentence())
                    .isEqualTo("Too many requests: your limit is 4/1m, 10/1d. There is room again in 15 s.");
        });
        time.pass(Duration.ofSeconds(15));
        assertThat(granted(ALICE, 4)).isEqualTo(1);
    }

    @Test
    void keepsWithinTheDayAsWell() {
        for (int minute = 0; minute < 4; minute++) {
            granted(ALICE, 4);
            time.pass(Duration.ofMinutes(1));
        }
        RateDecision refused = limits.take(ALICE, 1);

        assertThat(refused.refusal()).hasValueSatisfying(why -> assertThat(why.freeIn())
                .isBetween(Duration.ofHours(2), Duration.ofMinutes(144)));
        assertThat(refused.state()).startsWith("\"user-1d\";r=0;t=");
    }

    @Test
    void refusesWhoeverComesThroughAClientThatAsksTooMuchAndChargesNobodyForIt() {
        assertThat(granted(ALICE, 4)).isEqualTo(4);
        assertThat(granted(BOB, 4)).isEqualTo(2);

        RateDecision refused = limits.take(BOB, 1);
        assertThat(refused.refusal()).hasValueSatisfying(why -> {
            assertThat(why.kind()).isEqualTo(LimitKind.CLIENT);
            assertThat(why.sentence()).contains("the limit of the client you use is 6/1m");
        });
        assertThat(granted(CAROL, 5)).as("another user, another client").isEqualTo(4);
        overrides.set(override(LimitKind.CLIENT, "cli", "none", Duration.ofHours(1)));
        assertThat(granted(BOB, 4))
                .as("what the client refused, the user was not charged for")
                .isEqualTo(2);
    }

    @Test
    void weighsARequestForManyAsMany() {
        assertThat(limits.take(ALICE, 3).refusal()).isEmpty();
        assertThat(limits.take(ALICE, 3).refusal()).isPresent();
        assertThat(limits.take(ALICE, 1).refusal()).isEmpty();
    }

    @Test
    void tellsTheLimitsAndWhatIsLeftOfTheScarcest() {
        RateDecision decision = limits.take(ALICE, 1);

        assertThat(decision.policy()).isEqualTo("""
                "user-1m";q=4;w=60, "user-1d";q=10;w=86400, "client-1m";q=6;w=60""");
        assertThat(decision.state()).isEqualTo("\"user-1m\";r=3;t=15");
    }

    @Test
    void letsAnAdministratorRaiseALimitForATime() {
        granted(ALICE, 4);
        overrides.set(override(LimitKind.USER, "alice", "5/1m", Duration.ofHours(1)));
        assertThat(granted(ALICE, 10)).as("what is left of the client's").isEqualTo(2);
        time.pass(Duration.ofMinutes(59));
        assertThat(granted(ALICE, 10)).isEqualTo(5);
        time.pass(Duration.ofMinutes(1));
        assertThat(granted(ALICE, 10)).as("it is over").isEqualTo(4);
    }

    @Test
    void givesThoseTheSettingsNameTheirOwn() {
        LimitPolicy policy = new LimitPolicy(
                Map.of(LimitKind.USER, RateLimit.of("1/1m"), LimitKind.CLIENT, RateLimit.of("none")),
                Map.of(LimitKind.USER, Map.of("bob", RateLimit.of("3/1m"))),
                overrides,
                time);
        RateLimits own = new RateLimits(policy, time::nanos, Optional.empty());

        assertThat(own.take(ALICE, 2).refusal()).isPresent();
        assertThat(own.take(BOB, 2).refusal()).isEmpty();
    }

    @Test
    void countsNobodyWhoIsNotLoggedInAndNothingWithoutALimit() {
        assertThat(limits.take(Caller.ANONYMOUS, 1_000)).isEqualTo(RateDecision.UNLIMITED);
        assertThat(limits("none", "none").take(ALICE, 1_000)).isEqualTo(RateDecision.UNLIMITED);
    }

    @Test
    void keepsItsPromiseToTenThousandUsersAtOnce() {
        RateLimits many = limits("1/1m", "none");
        for (int user = 0; user < 10_000; user++) {
            assertThat(many.take(caller("u" + user, "u" + user, "cli"), 1).refusal())
                    .isEmpty();
        }
        for (int user = 0; user < 10_000; user++) {
            assertThat(many.take(caller("u" + user, "u" + user, "cli"), 1).refusal())
                    .isPresent();
        }
    }

    private int granted(Caller caller, int attempts) {
        int granted = 0;
        for (int i = 0; i < attempts; i++) {
            granted += limits.take(caller, 1).refusal().isEmpty() ? 1 : 0;
        }
        return granted;
    }

    private RateLimits limits(String user, String client) {
        LimitPolicy policy = new LimitPolicy(
                Map.of(LimitKind.USER, RateLimit.of(user), LimitKind.CLIENT, RateLimit.of(client)),
                Map.of(),
                overrides,
                time);
        return new RateLimits(policy, time::nanos, Optional.empty());
    }

    private LimitOverride override(LimitKind kind, String name, String limit, Duration lasting) {
        return new LimitOverride(
                kind, name, RateLimit.of(limit), time.instant().plus(lasting), "admin", "", time.instant());
    }

    private static Caller caller(String subject, String name, String client) {
        return new Caller(subject, name, client, List.of("tasks"), Optional.empty(), Optional.empty());
    }
}
