package io.indago.routes.lookup;

import static io.indago.spi.VerdictClass.BENIGN;
import static io.indago.spi.VerdictClass.MALICIOUS;
import static io.indago.spi.VerdictClass.SUSPICIOUS;
import static io.indago.spi.VerdictClass.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.routes.Samples;
import io.indago.routes.lookup.LookupPlan.PlannedProvider;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for all opinions: above all that nobody's silence makes anything clean. */
class VerdictPropertiesTest {
    private static final VerdictPolicy POLICY = VerdictPolicy.standard();

    @Property
    void benignHasTwoThatSayBenignAndNoneThatSaysMalicious(@ForAll("opinions") List<Opinion> opinions) {
        if (verdict(opinions).verdict() == BENIGN) {
            assertThat(count(opinions, BENIGN)).isGreaterThanOrEqualTo(2);
            assertThat(count(opinions, MALICIOUS)).isZero();
        }
    }

    @Property
    void removingAnyProviderNeverMakesItBenignWithoutTwoBenignAndNoMalicious(
            @ForAll("opinions") List<Opinion> opinions) {
        VerdictClass before = verdict(opinions).verdict();
        for (int removed = 0; removed < opinions.size(); removed++) {
            List<Opinion> rest = new ArrayList<>(opinions);
            rest.remove(removed);
            if (before != BENIGN && verdict(rest).verdict() == BENIGN) {
                assertThat(count(rest, BENIGN)).isGreaterThanOrEqualTo(2);
                assertThat(count(rest, MALICIOUS)).isZero();
            }
        }
    }

    @Property
    void failingAnyProviderIsTheSameAsHavingItSayNothing(
            @ForAll("opinions") List<Opinion> opinions, @ForAll("failures") Outcome failure) {
        for (int failed = 0; failed < opinions.size(); failed++) {
            List<Opinion> rest = new ArrayList<>(opinions);
            rest.remove(failed);
            assertThat(enriched(opinions, failed, failure).verdict()).isEqualTo(verdict(rest));
        }
    }

    @Property
    void aVerdictIsRecomputedFromItsTermsByteForByte(
            @ForAll("opinions") List<Opinion> opinions, @ForAll IndicatorType type, @ForAll boolean listed) {
        Optional<String> list = listed ? Optional.of("a warning list") : Optional.empty();
        Verdict verdict = Verdict.of(opinions, type, list, POLICY);
        List<Opinion> stored =
                verdict.terms().stream().map(Verdict.Term::opinion).toList();

        assertThat(Verdict.of(stored, type, list, POLICY)).isEqualTo(verdict).hasToString(verdict.toString());
    }

    @Property
    void anAllowListNeverMakesItWorse(@ForAll("opinions") List<Opinion> opinions) {
        VerdictClass without = verdict(opinions).verdict();
        VerdictClass with = Verdict.of(opinions, IndicatorType.IPV4, Optional.of("a warning list"), POLICY)
                .verdict();

        assertThat(with).isEqualTo(without == MALICIOUS ? SUSPICIOUS : without);
    }

    @Property
    void unknownAndScoreBelongTogether(@ForAll("opinions") List<Opinion> opinions) {
        Verdict verdict = verdict(opinions);
        boolean weightless = verdict.terms().stream().allMatch(term -> term.weight() == 0);

        assertThat(verdict.score().isEmpty()).isEqualTo(weightless);
        assertThat(verdict.verdict() == UNKNOWN || !weightless).isTrue();
        verdict.score().ifPresent(score -> assertThat(score).isBetween(0, 100));
    }

    @Provide
    Arbitrary<List<Opinion>> opinions() {
        Arbitrary<Integer> scores = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 25)),
                Tuple.of(2, Arbitraries.integers().between(0, 100)));
        Arbitrary<Opinion> opinion = Combinators.combine(
                        scores,
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(Reliability.class),
                        Arbitraries.longs().between(0, 20_000))
                .as((score, confidence, reliability, age) -> new Opinion("?", score, confidence, reliability, age));
        return opinion.list().ofMaxSize(6).map(VerdictPropertiesTest::numbered);
    }

    @Provide
    Arbitrary<Outcome> failures() {
        return Arbitraries.of(Status.class)
                .filter(status -> status != Status.HIT)
                .map(status -> status == Status.ERROR
                        ? Outcome.error(ErrorCause.UNAVAILABLE, "down")
                        : Outcome.without(status, "no answer"));
    }

    private static List<Opinion> numbered(List<Opinion> opinions) {
        return IntStream.range(0, opinions.size())
                .mapToObj(i -> new Opinion(
                        "p" + i,
                        opinions.get(i).score(),
                        opinions.get(i).confidence(),
                        opinions.get(i).reliability(),
                        opinions.get(i).ageHours()))
                .toList();
    }

    /** The enrichment of providers with these opinions, one of which failed. */
    private static Enrichment enriched(List<Opinion> opinions, int failed, Outcome failure) {
        ReportSet returned = ReportSet.EMPTY;
        List<PlannedProvider> asked = new ArrayList<>();
        for (int i = 0; i < opinions.size(); i++) {
            Opinion opinion = opinions.get(i);
            ProviderSpec spec = Samples.specBuilder(opinion.provider())
                    .reliability(opinion.reliability(), "as drawn")
                    .build();
            Report said = Report.hit("as drawn")
                    .opinion(opinion.score(), opinion.confidence())
                    .lastSeen(Samples.NOW.minus(Duration.ofHours(opinion.ageHours())))
                    .build();
            Outcome outcome = i == failed ? failure : Outcome.of(said);
            asked.add(new PlannedProvider(spec, false));
            returned = returned.plus(ProviderReport.asked(
                    spec, false, false, new LookupResult(outcome, 1, 10, Duration.ofMillis(5)), Samples.NOW));
        }
        LookupPlan plan = new LookupPlan(Samples.request(Samples.ADDRESS), asked, List.of());
        return new Enricher(POLICY).enrich(plan, returned);
    }

    private static Verdict verdict(List<Opinion> opinions) {
        return Verdict.of(opinions, IndicatorType.IPV4, Optional.empty(), POLICY);
    }

    private static long count(List<Opinion> opinions, VerdictClass verdict) {
        return opinions.stream().filter(opinion -> opinion.verdict() == verdict).count();
    }
}
