package io.indago.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.ManualTime;
import io.indago.routes.Samples;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerCacheTest {
    private static final ProviderSpec SPEC = Samples.spec("alpha");

    private final ManualTime time = new ManualTime();
    private final AnswerCache cache = new AnswerCache(1_000_000, time::nanos);

    @ParameterizedTest
    @MethodSource
    void keepsAnAnswerForAsLongAsItIsLikelyToHold(Outcome outcome, IndicatorType type, Duration freshFor) {
        AnswerKey key = key(type);
        cache.keep(key, result(outcome), SPEC, time.instant());

        time.pass(freshFor.multipliedBy(85).dividedBy(100));
        assertThat(cache.find(key)).map(KnownAnswer::outcome).contains(outcome);
        time.pass(freshFor.multipliedBy(30).dividedBy(100));
        assertThat(cache.find(key)).isEmpty();
    }

    private static Stream<Arguments> keepsAnAnswerForAsLongAsItIsLikelyToHold() {
        return Stream.of(
                Arguments.of(opinion(90), IndicatorType.IPV4, Duration.ofHours(6)),
                Arguments.of(opinion(90), IndicatorType.SHA256, Duration.ofHours(24)),
                Arguments.of(opinion(50), IndicatorType.SHA256, Duration.ofHours(2)),
                Arguments.of(opinion(0), IndicatorType.DOMAIN, Duration.ofHours(6)),
                Arguments.of(Outcome.of(Report.hit("facts").build()), IndicatorType.IPV4, Duration.ofHours(6)),
                Arguments.of(Outcome.without(Status.NO_DATA, "unknown"), IndicatorType.IPV4, Duration.ofMinutes(30)),
                Arguments.of(Outcome.error(ErrorCause.UNAVAILABLE, "503"), IndicatorType.IPV4, Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @MethodSource
    void keepsNothingThatDependsOnWhoAsks(Outcome outcome) {
        cache.keep(key(IndicatorType.IPV4), result(outcome), SPEC, time.instant());
        assertThat(cache.find(key(IndicatorType.IPV4))).isEmpty();
    }

    private static Stream<Outcome> keepsNothingThatDependsOnWhoAsks() {
        return Stream.of(
                Outcome.without(Status.TIMEOUT, "late"),
                Outcome.without(Status.UNAUTHORISED, "401"),
                Outcome.without(Status.KILLED, "closed"),
                Outcome.rateLimited("429", Optional.empty()),
                Outcome.error(ErrorCause.STUCK, "stuck"));
    }

    @Test
    void keepsNoAnswerLongerThanItsProviderAllows() {
        ProviderSpec brief = ProviderSpec.builder("alpha", "Alpha")
                .types(IndicatorType.IPV4)
                .freshFor(Duration.ofMinutes(1))
                .build();
        cache.keep(key(IndicatorType.IPV4), result(opinion(90)), brief, time.instant());
        time.pass(Duration.ofSeconds(67));
        assertThat(cache.find(key(IndicatorType.IPV4))).isEmpty();

        ProviderSpec never = ProviderSpec.builder("alpha", "Alpha")
                .types(IndicatorType.IPV4)
                .freshFor(Duration.ZERO)
                .build();
        cache.keep(key(IndicatorType.IPV4), result(opinion(90)), never, time.instant());
        assertThat(cache.find(key(IndicatorType.IPV4))).isEmpty();
    }

    @Test
    void takesNoMoreThanItsShare() {
        for (int i = 0; i < 10_000; i++) {
            cache.keep(key("203.0.113." + i), result(opinion(90)), SPEC, time.instant());
        }
        assertThat(cache.use("alpha").entries()).isBetween(100L, 1_000L);
        AnswerCache none = new AnswerCache(0);
        none.keep(key(IndicatorType.IPV4), result(opinion(90)), SPEC, time.instant());
        assertThat(none.use("alpha").entries()).isZero();
    }

    @Test
    void forgetsWhatOneProviderSaid() {
        cache.keep(key(IndicatorType.IPV4), result(opinion(90)), SPEC, time.instant());
        AnswerKey other = new AnswerKey(
                "bravo", "1", false, Samples.parsed(Samples.ADDRESS).indicator());
        cache.keep(other, result(opinion(90)), SPEC, time.instant());

        assertThat(cache.clear("alpha")).isEqualTo(1);
        assertThat(cache.find(key(IndicatorType.IPV4))).isEmpty();
        assertThat(cache.find(other)).isPresent();
        assertThat(cache.use("alpha")).isEqualTo(new AnswerCache.Use(0, 0, 1));
    }

    private static AnswerKey key(IndicatorType type) {
        return new AnswerKey("alpha", "1", false, Indicator.of(type, "any"));
    }

    private static AnswerKey key(String address) {
        return new AnswerKey("alpha", "1", false, Indicator.of(IndicatorType.IPV4, address));
    }

    private static Outcome opinion(int score) {
        return Outcome.of(Report.hit("seen").opinion(score, 90).build());
    }

    private static LookupResult result(Outcome outcome) {
        return new LookupResult(outcome, 1, 1_000, Duration.ofMillis(20));
    }
}
