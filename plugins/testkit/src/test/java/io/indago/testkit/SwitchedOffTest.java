package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which clauses go with a capability; the others hold all the same. */
class SwitchedOffTest {
    private static final Set<String> CALLING = Set.of(
            "copesWithALongReply",
            "copesWithRepliesOfAnotherShape",
            "endsAtOnceWhenNobodyWaitsAnyMore",
            "followsNoRedirect",
            "isHealthyWhenTheOtherSideIs",
            "isNeverHealthyWithARefusedCredential",
            "isNotHealthyWhenTheOtherSideIsDown",
            "isOverAtTheDeadlineAndLeavesWaitingToTheHost",
            "saysBadReplyToGarbage",
            "saysUnauthorisedWhenTheCredentialIsRefused",
            "saysUnavailableWhenTheOtherSideIsDown",
            "saysWhenARateLimitEnds",
            "takesNothingForAnAnswerThatIsNone");

    @AfterEach
    void repair() {
        System.clearProperty(TinyPlugin.WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("switches")
    void skipsWhatNeedsTheCapability(Class<?> contract, String without, Set<String> expected) {
        System.setProperty(TinyPlugin.WITHOUT, without);
        ContractRun run = ContractRun.of(contract);
        Set<String> others = new TreeSet<>(ContractRun.clauses(contract));
        others.removeAll(expected);

        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEqualTo(expected);
        assertThat(run.succeeded()).isEqualTo(others);
    }

    static Stream<Arguments> switches() {
        Class<?> provider = TinyContractTest.class;
        Class<?> connector = TinyConnectorContractTest.class;
        Class<?> local = LocalContractTest.class;
        return Stream.of(
                arguments(provider, "nothing", Set.of()),
                arguments(connector, "nothing", Set.of()),
                arguments(provider, "NO_DATA", Set.of("hasCasesForAHitAndForNoData")),
                arguments(connector, "REPEATABLE", Set.of("hasCasesForWhatIsNewAndWhatIsThereAndARefusal")),
                arguments(connector, "MARKING", Set.of("marksWhatItSendsWithTheLookupsOwnTlp")),
                arguments(provider, "CALLS", CALLING),
                arguments(connector, "CALLS", with("marksWhatItSendsWithTheLookupsOwnTlp")),
                arguments(
                        local,
                        "nothing",
                        with(
                                "hasCasesForAHitAndForNoData",
                                "isNotConfiguredWithoutARequiredSetting",
                                "keepsItsSecretsOutOfSight")));
    }

    private static Set<String> with(String... more) {
        Set<String> all = new TreeSet<>(CALLING);
        all.addAll(Set.of(more));
        return all;
    }
}
