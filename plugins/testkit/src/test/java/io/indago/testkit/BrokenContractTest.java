package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract tests fail for who breaks a rule: each clause for a plugin that breaks it, and no other clause then. */
class BrokenContractTest {
    private static final List<Rule> OF_BOTH = List.of(
            new Rule("plain key", "saysWhatItIs", "declare it with Setting.secret"),
            new Rule("optional key", "startsFromItsJarInALoaderOfItsOwn", "declare it required"),
            new Rule("no library", "startsFromItsJarInALoaderOfItsOwn", "libraries() what it brings along"),
            new Rule("fickle spec", "isNotConfiguredWithoutARequiredSetting", "spec() is data, the same wherever"),
            new Rule("fickle spec", "refusesSettingsThatAreWrong", "spec() is data, the same wherever"),
            new Rule("rude", "startsOrSaysWhyNotWhateverItIsGiven", "throw IllegalArgumentException with a sentence"),
            new Rule("tells its key", "startsOrSaysWhyNotWhateverItIsGiven", "name the setting, not its value"),
            new Rule("takes it all", "saysUnauthorisedWhenTheCredentialIsRefused", "it is to end UNAUTHORISED"),
            new Rule("takes it all", "saysWhenARateLimitEnds", "it is to end RATE_LIMITED"),
            new Rule("own rate limit", "saysWhenARateLimitEnds", "it is to end RATE_LIMITED"),
            new Rule("takes it all", "isNotHealthyWhenTheOtherSideIsDown", "health, after the calls ["),
            new Rule("takes it all", "isNeverHealthyWithARefusedCredential", "health, after the calls ["),
            new Rule("takes it all", "saysUnavailableWhenTheOtherSideIsDown", "it is to end ERROR with UNAVAILABLE"),
            new Rule("takes it all", "followsNoRedirect", "it is to end ERROR with BAD_REPLY"),
            new Rule("takes it all", "saysBadReplyToGarbage", "it is to end ERROR with BAD_REPLY"),
            new Rule("trusts the shape", "copesWithRepliesOfAnotherShape", "say a ProviderException why"),
            new Rule("takes it all", "takesNothingForAnAnswerThatIsNone", "an empty body is a bad reply"),
            new Rule("slow reader", "copesWithALongReply", "a reply of 2 MB is read within"),
            new Rule("blocks", "isOverAtTheDeadlineAndLeavesWaitingToTheHost", "leave waiting to the host"),
            new Rule("blocks", "endsAtOnceWhenNobodyWaitsAnyMore", "leave waiting to the host"),
            new Rule("counts", "saysTheSameSideBySide", "does not depend on others"),
            new Rule("visible key", "keepsItsSecretsOutOfSight", "give them the Secret, not its value"),
            new Rule("secret in message", "keepsItsSecretsOutOfSight", "took a secret out of the plugin's words"),
            new Rule("prints its key", "keepsItsSecretsOutOfSight", "what it prints and logs"),
            new Rule("logs its key", "keepsItsSecretsOutOfSight", "what it prints and logs"),
            new Rule("undeclared host", "callsOnlyHostsItDeclares", "add it to hosts(…) of its spec"),
            new Rule("never healthy", "isHealthyWhenTheOtherSideIs", "it said 'for no reason' to healthy()"),
            new Rule("always healthy", "isHealthyWhenTheOtherSideIs", "UNKNOWN without a call"),
            new Rule("always healthy", "isNotHealthyWhenTheOtherSideIsDown", "health, after the calls []"),
            new Rule("always healthy", "isNeverHealthyWithARefusedCredential", "health, after the calls []"),
            new Rule("rude close", "closesWithoutTrouble", "close() failed"),
            new Rule("own thread", "leavesNeitherThreadNorClassWhenItIsClosed", "use PluginContext.executor()"),
            new Rule("own class", "leavesNeitherThreadNorClassWhenItIsClosed", "left something in a static"));

    private static final List<Rule> OF_PROVIDERS = List.of(
            new Rule("no services file", "startsFromItsJarInALoaderOfItsOwn", "META-INF/services/io.indago.spi.Plugin"),
            new Rule("unjudged", "saysHowFarItIsTrusted", "why it has reliability F"),
            new Rule("no cases", "hasCasesForAHitAndForNoData", "a case without data"),
            new Rule("ignored 404", "answersRecordedLookups", "it is to end NO_DATA"),
            new Rule("one type only", "answersRecordedLookups", "what is that?"),
            new Rule("one type only", "takesEveryTypeItDeclaresAndNoOther", "the declared type DOMAIN"),
            new Rule("fickle spec", "takesEveryTypeItDeclaresAndNoOther", "it is to end UNSUPPORTED"));

    private static final List<Rule> OF_CONNECTORS = List.of(
            new Rule("no cases", "hasCasesForWhatIsNewAndWhatIsThereAndARefusal", "a push the platform refuses"),
            new Rule("never looks", "pushesAsRecorded", "it ended delivered: CREATED"),
            new Rule("never looks", "takesNoFailureForADelivery", "when the platform answers 400 to POST"),
            new Rule("takes it all", "takesNoFailureForADelivery", "when the platform answers 401 to POST"),
            new Rule("takes refusals", "pushesAsRecorded", "none when it is refused"),
            new Rule("careless", "takesNoFailureForADelivery", "when the platform answers 400 to POST"),
            new Rule("no marking", "marksWhatItSendsWithTheLookupsOwnTlp", "what is sent under TLP:CLEAR"),
            new Rule("needs a score", "copesWithAnAnswerThatSaysNothing", "without score and findings"),
            new Rule("fickle spec", "isNotToldWhatItMayNotSee", "it is to end NOT_ALLOWED"));

    @AfterEach
    void repair() {
        System.clearProperty(TinyPlugin.FAULT);
        System.clearProperty(TinyPlugin.WITHOUT);
        System.getProperties().remove(TinyPlugin.OWN_CLASS);
    }

    /**
     * A rule.
     *
     * @param fault how {@link TinyPlugin} breaks it
     * @param clause the test that says so
     * @param hint part of what it says, for the author to act on
     */
    private record Rule(String fault, String clause, String hint) {}

    /** And no other rule; but what holds up or breaks nearly all of them is tried on its own alone. */
    @ParameterizedTest
    @MethodSource("faultsOfProviders")
    void failsAProviderThatBreaksARule(String fault) {
        boolean whole = !TinyPlugin.ENDLESS.contains(fault) && !fault.equals("undeclared host");
        assertFails(TinyContractTest.class, fault, ofProviders(), whole);
    }

    /** And no other rule, where connectors are told apart from providers: what both inherit has been tried then. */
    @ParameterizedTest
    @MethodSource("faultsOfConnectors")
    void failsAConnectorThatBreaksARule(String fault) {
        boolean ofItsOwn = OF_CONNECTORS.stream().anyMatch(rule -> rule.fault().equals(fault));
        assertFails(TinyConnectorContractTest.class, fault, ofConnectors(), ofItsOwn);
    }

    private static void assertFails(Class<?> contract, String fault, Stream<Rule> rules, boolean whole) {
        Map<String, String> broken =
                rules.filter(rule -> rule.fault().equals(fault)).collect(Collectors.toMap(Rule::clause, Rule::hint));
        System.setProperty(TinyPlugin.FAULT, fault);
        Map<String, String> failed =
                (whole ? ContractRun.of(contract) : ContractRun.of(contract, broken.keySet())).failed();

        assertThat(failed.keySet()).as("broken clauses of %s", failed).isEqualTo(broken.keySet());
        assertThat(failed).allSatisfy((clause, message) -> assertThat(message).contains(broken.get(clause)));
    }

    @Test
    void leavesNoClauseUnproven() {
        assertThat(ContractRun.clauses(TinyContractTest.class)).isEqualTo(proven(ofProviders()));
        assertThat(ContractRun.clauses(TinyConnectorContractTest.class)).isEqualTo(proven(ofConnectors()));
    }

    private static Set<String> proven(Stream<Rule> rules) {
        return new TreeSet<>(rules.map(Rule::clause).toList());
    }

    private static Stream<Rule> ofProviders() {
        return Stream.concat(OF_BOTH.stream(), OF_PROVIDERS.stream());
    }

    private static Stream<Rule> ofConnectors() {
        return Stream.concat(OF_BOTH.stream(), OF_CONNECTORS.stream());
    }

    static Stream<String> faultsOfProviders() {
        return ofProviders().map(Rule::fault).distinct();
    }

    static Stream<String> faultsOfConnectors() {
        return ofConnectors().map(Rule::fault).distinct();
    }
}
